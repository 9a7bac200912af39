package physio.outcomes.compare.sums;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.sums.LongSums;

/**
 * How soon a complaint comes back: the first closed episode of each patient and region, from its end plus the gap to the next episode
 * of the same region, or to the last day that would have shown one. By technique, region and day.
 */
public final class RecurrenceSums implements Sums.OfCourses {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = 1 << 16;

    /** Of episodes that began on one day the first to end: rows have no order. */
    private static final Comparator<Episode> ORDER = Comparator.comparingInt(Episode::start)
            .thenComparingInt(Episode::last)
            .thenComparingInt(Episode::technique);

    private final Study study;
    private final ClinicDays lastDays;
    private final int regions;
    private final LongSums sums = new LongSums(2);

    /** Patients by technique and the day until which the last of their complaints is at risk. */
    private final LongSums patients = new LongSums(1);

    private final TreeMap<Integer, Integer> own = new TreeMap<>();

    /** Censored at the last day of each clinic's data. */
    public RecurrenceSums(Study study, ClinicDays lastDays, Vocabulary vocabulary) {
        this.study = study;
        this.lastDays = lastDays;
        this.regions = vocabulary.values(Attribute.BODY_REGION).size() + 1;
    }

    @Override
    public void take(Course course) {
        Set<Integer> seen = new HashSet<>();
        own.clear();
        for (Episode episode : course.episodes()) {
            int region = region(episode);
            if (study.isStudied(episode) && isFirstOf(course, episode) && seen.add(region)) {
                next(course, episode).ifPresentOrElse(later -> event(episode, later), () -> censor(episode));
            }
        }
        own.forEach((technique, day) -> patients.add((long) technique * DAYS + day, 1));
    }

    private static int region(Episode episode) {
        return episode.block().code(Attribute.BODY_REGION, episode.first());
    }

    /** Whether no studied episode of its region began before. */
    private boolean isFirstOf(Course course, Episode episode) {
        return course.episodes().stream()
                .noneMatch(other -> region(other) == region(episode)
                        && study.isStudied(other)
                        && ORDER.compare(other, episode) < 0);
    }

    private static Optional<Episode> next(Course course, Episode episode) {
        return course.episodes().stream()
                .filter(other -> region(other) == region(episode) && other.start() > episode.start())
                .min(Comparator.comparingInt(Episode::start));
    }

    /** A region whose next episode began before this one had closed was never at risk. */
    private void event(Episode episode, Episode later) {
        int days = later.start() - study.closes(episode);
        if (days > 0) {
            add(episode, days, 1, 0);
        }
    }

    private void censor(Episode episode) {
        int until = Math.min(study.days().last(), lastDays.of(episode.block().code(Attribute.CLINIC, episode.first())));
        int days = until - study.closes(episode);
        if (days > 0) {
            add(episode, days, 0, 1);
        }
    }

    private void add(Episode episode, int days, long events, long censored) {
        int day = Math.min(days, DAYS - 1);
        long group = (long) episode.technique() * regions + region(episode) + 1;
        sums.add(group * DAYS + day, events, censored);
        own.merge(episode.technique(), day, Math::max);
    }

    @Override
    public void merge(Sums other) {
        RecurrenceSums that = (RecurrenceSums) other;
        sums.merge(that.sums);
        patients.merge(that.patients);
    }

    /** Distinct patients of a technique with a complaint at risk on a day; a complaint is at risk on its last day too. */
    public long patients(int technique, int day) {
        long[] found = {0};
        patients.forEach((key, count) -> found[0] += key / DAYS == technique && key % DAYS >= day ? count[0] : 0);
        return found[0];
    }

    /** By technique, region (−1 for none) and day: events and censored. */
    public void forEach(BiConsumer<List<Integer>, long[]> consumer) {
        sums.forEach((key, counts) -> {
            int group = (int) (key / DAYS);
            consumer.accept(List.of(group / regions, group % regions - 1, (int) (key % DAYS)), counts);
        });
    }
}
