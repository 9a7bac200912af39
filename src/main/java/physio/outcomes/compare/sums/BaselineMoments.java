package physio.outcomes.compare.sums;

import java.math.BigInteger;
import java.util.OptionalDouble;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.statistic.Moments;

/** Mean and standard deviation of all episodes' baselines, which distribution-based thresholds are taken from. */
public final class BaselineMoments implements Sums.OfCourses {
    private static final long serialVersionUID = 1L;
    private final Study study;
    private final long[][] sums;

    public BaselineMoments(Study study) {
        this.study = study;
        this.sums = new long[study.scores().size()][3];
    }

    @Override
    public void take(Course course) {
        for (Episode episode : course.episodes()) {
            for (int m = 0; m < sums.length; m++) {
                long score = episode.baseline(study.scores().get(m).lasting());
                if (score != SessionBlock.NO_SCORE) {
                    ExactSums.add(sums[m], 1, score, score * score);
                }
            }
        }
    }

    @Override
    public void merge(Sums other) {
        BaselineMoments that = (BaselineMoments) other;
        for (int m = 0; m < sums.length; m++) {
            ExactSums.add(sums[m], that.sums[m]);
        }
    }

    /** The standard deviation of a measure's baselines in steps, by its place in the study; none below two. */
    public OptionalDouble deviation(int measure) {
        long[] own = sums[measure];
        return own[0] < 2
                ? OptionalDouble.empty()
                : new Moments(own[0], BigInteger.valueOf(own[1]), BigInteger.valueOf(own[2])).sd();
    }
}
