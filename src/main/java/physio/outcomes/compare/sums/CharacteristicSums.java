package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.LongSums;

/** Who the studied episodes are of, by the technique of all their sessions, and of all techniques together. */
public final class CharacteristicSums implements Sums.OfCourses {
    /** What is counted by its levels. */
    public static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.AGE_BAND, Attribute.SEX, Attribute.BODY_REGION, Attribute.CONDITION, Attribute.CHRONICITY);

    private static final long serialVersionUID = 1L;
    private static final int SESSIONS = 0;
    private static final int EARLIER = 1;
    private static final int SCORES = 2;

    private final Study study;
    private final int techniques;
    private final ArrayList<Integer> offsets = new ArrayList<>();
    private final int numbers;
    private final int size;
    private final ClusteredSums sums = new ClusteredSums(1);
    private final LongSums squares = new LongSums(1);

    public CharacteristicSums(Study study, Vocabulary vocabulary) {
        this.study = study;
        this.techniques = vocabulary.values(Attribute.TECHNIQUE).size();
        int next = 0;
        for (Attribute attribute : ATTRIBUTES) {
            offsets.add(next);
            next += vocabulary.values(attribute).size() + 1;
        }
        numbers = next;
        size = next + SCORES + study.scores().size();
    }

    @Override
    public void take(Course course) {
        int number = 0;
        for (Episode episode : course.episodes()) {
            number++;
            if (study.isStudied(episode)) {
                take(course, episode, number, episode.technique());
                take(course, episode, number, techniques);
            }
        }
        sums.endOfPatient();
    }

    private void take(Course course, Episode episode, int number, int technique) {
        long base = (long) technique * size;
        for (int a = 0; a < ATTRIBUTES.size(); a++) {
            int code = episode.block().code(ATTRIBUTES.get(a), episode.first());
            sums.add(base + offsets.get(a) + code + 1, number, 1);
        }
        addNumber(base + numbers + SESSIONS, number, episode.size());
        addNumber(base + numbers + EARLIER, number, course.earlier(episode));
        for (int m = 0; m < study.scores().size(); m++) {
            int baseline = episode.baseline(study.scores().get(m).lasting());
            if (baseline != SessionBlock.NO_SCORE) {
                addNumber(base + numbers + SCORES + m, number, baseline);
            }
        }
    }

    private void addNumber(long key, int episode, long value) {
        sums.add(key, episode, value);
        squares.add(key, value * value);
    }

    @Override
    public void merge(Sums other) {
        CharacteristicSums that = (CharacteristicSums) other;
        sums.merge(that.sums);
        squares.merge(that.squares);
    }

    /** The episodes of a level of an attribute, −1 for a missing one; {@code technique} may be the number of techniques, for all. */
    public Optional<ClusteredMean> level(int technique, int attribute, int code) {
        return mean((long) technique * size + offsets.get(attribute) + code + 1);
    }

    /** Sessions (0), earlier episodes (1), or from 2 the baseline of a measure. */
    public Optional<ClusteredMean> number(int technique, int number) {
        return mean((long) technique * size + numbers + number);
    }

    /** Σ of the squares of such a number. */
    public long squares(int technique, int number) {
        return squares.of((long) technique * size + numbers + number)[0];
    }

    private Optional<ClusteredMean> mean(long key) {
        return sums.patients(key) == 0 ? Optional.empty() : Optional.of(sums.mean(key, 0));
    }
}
