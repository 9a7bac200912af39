package physio.outcomes.measure;

import java.time.LocalDate;
import java.util.TreeMap;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.sums.CourseSums;

/**
 * Which years' episodes went on after a whole year without a session, and when: an episode counts in the month of its last session, so that it leaves its month then, however
 * long that is over.
 */
final class Resumptions implements CourseSums<Resumptions> {
    private static final long serialVersionUID = 1L;
    private static final int DAYS_OF_A_YEAR = 365;

    /** By the year of a session, the latest in which its episode's next session was. */
    private final TreeMap<Integer, Integer> latest = new TreeMap<>();

    @Override
    public void take(Course course) {
        for (Episode episode : course.episodes()) {
            for (int i = 1; i < episode.size(); i++) {
                int before = episode.block().day(episode.session(i - 1));
                int day = episode.block().day(episode.session(i));
                if (day - before > DAYS_OF_A_YEAR) {
                    take(year(before), year(day));
                }
            }
        }
    }

    private static int year(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    private void take(int year, int next) {
        latest.merge(year, next, Math::max);
    }

    @Override
    public void merge(Resumptions other) {
        other.latest.forEach(this::take);
    }

    /** The last year in which an episode went on that had its session before in a given year, or in the year after that one where there is none later. */
    int last(int year) {
        return Math.max(year + 1, latest.getOrDefault(year, 0));
    }
}
