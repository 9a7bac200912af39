package physio.outcomes.measure.sums;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.Episode.ScoreColumn;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.statistic.Moments;

/** Mean and standard deviation of episodes' baselines, which distribution-based thresholds are taken from: by the year in which an episode began. */
public final class BaselineMoments implements CourseSums<BaselineMoments> {
    private static final long serialVersionUID = 1L;
    private final ArrayList<ScoreColumn> columns;
    private final LongSums sums = new LongSums(3);

    /** Of the baselines in columns of scores. */
    public BaselineMoments(List<ScoreColumn> columns) {
        this.columns = new ArrayList<>(columns);
    }

    @Override
    public void take(Course course) {
        for (Episode episode : course.episodes()) {
            int year = LocalDate.ofEpochDay(episode.start()).getYear();
            for (int column = 0; column < columns.size(); column++) {
                long score = episode.baseline(columns.get(column));
                if (score != SessionBlock.NO_SCORE) {
                    sums.add(key(year, column), 1, score, score * score);
                }
            }
        }
    }

    private long key(int year, int column) {
        return (long) year * columns.size() + column;
    }

    @Override
    public void merge(BaselineMoments other) {
        sums.merge(other.sums);
    }

    /** Of the episodes that began in a year, those with a baseline in a column, by its place: how many, the sum, and that of the squares, in steps. */
    public List<Long> of(int year, int column) {
        return Arrays.stream(sums.of(key(year, column))).boxed().toList();
    }

    /** The standard deviation of the baselines of a column, by its place, in steps; none below two. */
    public OptionalDouble deviation(int column) {
        return deviation(column, 0, List.of());
    }

    /**
     * The same where earlier years are known.
     *
     * @param first the first year that is taken from here
     * @param before what earlier years came to, as {@link #of} tells it
     */
    public OptionalDouble deviation(int column, int first, List<List<Long>> before) {
        long[] all = new long[3];
        before.forEach(year -> add(all, year));
        sums.forEach((key, own) -> {
            if (key >= key(first, 0) && key % columns.size() == column) {
                add(all, Arrays.stream(own).boxed().toList());
            }
        });
        return all[0] < 2
                ? OptionalDouble.empty()
                : new Moments(all[0], BigInteger.valueOf(all[1]), BigInteger.valueOf(all[2])).sd();
    }

    private static void add(long[] all, List<Long> year) {
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.addExact(all[i], year.get(i));
        }
    }
}
