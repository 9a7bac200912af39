/**
 * Comparisons between techniques: crude and adjusted, with errors clustered by patient or clinic; and clinics adjusted for case mix.
 *
 * <p>Enters: rows of change and their cells. Leaves: tables of results in improvement, positive in favour of the technique. Spark
 * counts covariate patterns and sums residuals in whole numbers; the models are solved in plain Java ({@code compare.model}).
 * Example: {@code Comparison.of(changes, cells, plan)}.
 */
@NullMarked
package physio.outcomes.compare;

import org.jspecify.annotations.NullMarked;
