/**
 * Statistical process control: which months of a series differ by more than their usual scatter.
 *
 * <p>Enters: published monthly values ({@link physio.outcomes.spc.MonthlyPoint}) and the months at which the limits start anew. Leaves:
 * an {@link physio.outcomes.spc.XmrChart} with centre, limits and signals, all in the unit of the values. Reference: the R
 * package NHSRplotthedots.
 *
 * <p>Example: {@code XmrChart.of(points, Set.of()).variation(1)}.
 */
@NullMarked
package physio.outcomes.spc;

import org.jspecify.annotations.NullMarked;
