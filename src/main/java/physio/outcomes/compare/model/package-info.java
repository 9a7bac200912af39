/**
 * The algebra under the comparisons of techniques, in plain Java.
 *
 * <p>Enters: exact cross products of a design and a response in whole steps, sums over clusters, covariate patterns
 * with their trials, means and SDs of two arms, estimates of units, times to an event, p values. Leaves: coefficients,
 * contrasts with standard error, t interval and p, variances, probabilities, Hedges' g, pooled estimates, survival
 * curves, adjusted p values. Nothing here knows a technique, a measure or a table.
 *
 * <p>Example: {@code Sandwich.of(LeastSquares.solve(products), meat, clusters).contrast("technique_b").interval()}.
 */
@NullMarked
package physio.outcomes.compare.model;

import org.jspecify.annotations.NullMarked;
