/**
 * What comparisons sum over patients' courses, in plain Java.
 *
 * <p>Enters: {@link physio.outcomes.measure.course.Course}s, turned into rows of analysis. Leaves: sums of whole numbers that merge in
 * any order to the same bits, so that neither partitions nor the order of rows change a result. A pass over the blocks feeds any
 * number of {@link physio.outcomes.compare.sums.RowSums}; nothing of a patient stays in them.
 */
@NullMarked
package physio.outcomes.compare.sums;

import org.jspecify.annotations.NullMarked;
