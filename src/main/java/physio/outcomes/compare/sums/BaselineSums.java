package physio.outcomes.compare.sums;

import java.util.OptionalDouble;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.sums.BaselineMoments;

/** The moments of the baselines of a study's measures. */
public final class BaselineSums implements Sums.OfCourses {
    private static final long serialVersionUID = 1L;
    private final BaselineMoments moments;

    public BaselineSums(Study study) {
        this.moments = new BaselineMoments(
                study.scores().stream().map(MeasureScores::lasting).toList());
    }

    @Override
    public void take(Course course) {
        moments.take(course);
    }

    @Override
    public void merge(Sums other) {
        moments.merge(((BaselineSums) other).moments);
    }

    /** The standard deviation of a measure's baselines in steps, by its place in the study; none below two. */
    public OptionalDouble deviation(int measure) {
        return moments.deviation(measure);
    }
}
