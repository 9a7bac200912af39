/**
 * What is summed over patients' courses, in plain Java.
 *
 * <p>Enters: {@link physio.outcomes.measure.course.Course}s, turned into rows of change. Leaves: sums of whole numbers that merge in
 * any order to the same bits, so that neither partitions nor the order of rows change a result; nothing of a patient stays in them.
 * Example: {@code new CourseChanges(measures).forEach(course, sums::take)}.
 */
@NullMarked
package physio.outcomes.measure.sums;

import org.jspecify.annotations.NullMarked;
