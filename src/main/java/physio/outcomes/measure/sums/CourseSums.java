package physio.outcomes.measure.sums;

import java.io.Serializable;
import physio.outcomes.measure.course.Course;

/**
 * Sums of whole numbers over courses; parts merge in any order to the same bits.
 *
 * @param <S> the kind itself
 */
public interface CourseSums<S extends CourseSums<S>> extends Serializable {
    /** Takes all of a patient. */
    void take(Course course);

    /** Adds what another has summed, over other patients. */
    void merge(S other);
}
