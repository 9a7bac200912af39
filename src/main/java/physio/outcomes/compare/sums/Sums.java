package physio.outcomes.compare.sums;

import java.io.Serializable;
import physio.outcomes.measure.course.Course;

/** Sums of whole numbers over patients; parts merge in any order to the same bits. */
public interface Sums extends Serializable {
    /** Adds what another of the same kind has summed. */
    void merge(Sums other);

    /** Sums over rows of analysis. */
    interface OfRows extends Sums {
        /** Whether rows of a sample, by its place in the study, count. */
        default boolean isOf(int sample) {
            return true;
        }

        /** Takes a row of such a sample; all rows of a patient come before {@link #endOfPatient}. */
        void take(AnalysisRow row);

        /** Sums what the patient's rows together gave. */
        default void endOfPatient() {}
    }

    /** Sums over whole courses. */
    interface OfCourses extends Sums {
        /** Takes a patient's course. */
        void take(Course course);
    }
}
