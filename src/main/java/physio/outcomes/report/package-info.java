/**
 * Sections of a page as data: what a reader sees, before anything is drawn.
 *
 * <p>Enters: published values only; a suppressed one is an empty optional. Leaves: records such as the kinds of
 * {@link physio.outcomes.report.Chart}, each with a text alternative made from its own numbers.
 *
 * <p>Example: {@code new IntervalChart("pain", "Pain", axis, Better.HIGHER, rows).alternative()}.
 */
@NullMarked
package physio.outcomes.report;

import org.jspecify.annotations.NullMarked;
