/**
 * The descriptive statistics of one cell, in plain Java.
 *
 * <p>Enters: exact sums and value → count histograms in whole instrument steps, as merged on the cluster. Leaves:
 * estimates and 95% intervals in steps, rates in 0–1; what cannot be computed is an empty optional, never NaN. Whoever
 * calls turns steps into the instrument's unit with {@link physio.outcomes.measure.statistic.Interval#times}.
 *
 * <p>Example: {@code HodgesLehmann.of(Histogram.of(Map.of(-2L, 1L, 0L, 3L, 1L, 4L))).estimate()}.
 */
@NullMarked
package physio.outcomes.measure.statistic;

import org.jspecify.annotations.NullMarked;
