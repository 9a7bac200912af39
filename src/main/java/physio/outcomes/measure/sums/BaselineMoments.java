package physio.outcomes.measure.sums;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.Episode.ScoreColumn;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.statistic.Moments;

/** Mean and standard deviation of all episodes' baselines, which distribution-based thresholds are taken from. */
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
            for (int column = 0; column < columns.size(); column++) {
                long score = episode.baseline(columns.get(column));
                if (score != SessionBlock.NO_SCORE) {
                    sums.add(column, 1, score, score * score);
                }
            }
        }
    }

    @Override
    public void merge(BaselineMoments other) {
        sums.merge(other.sums);
    }

    /** The standard deviation of the baselines of a column, by its place, in steps; none below two. */
    public OptionalDouble deviation(int column) {
        long[] own = sums.of(column);
        return own[0] < 2
                ? OptionalDouble.empty()
                : new Moments(own[0], BigInteger.valueOf(own[1]), BigInteger.valueOf(own[2])).sd();
    }
}
