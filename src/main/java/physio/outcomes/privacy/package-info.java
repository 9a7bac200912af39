/**
 * Disclosure control: what may be published of a table of results.
 *
 * <p>Enters: {@link physio.outcomes.domain.ResultTable}. Leaves: {@link physio.outcomes.privacy.PublishedTable}, which nothing outside
 * this package can make, and the only thing that reports and exports accept. Example: {@code Protection.of(profile).release(tables)}.
 *
 * <p>The way through: rows of all tables become cells ({@code CellIndex}), cells lie in lines of totals and parts ({@code Lines}), which give relations between
 * counts ({@code Relations}); {@code Suppression} hides cells until {@code Bounds} and {@code Audit} find room for every hidden count.
 */
@NullMarked
package physio.outcomes.privacy;

import org.jspecify.annotations.NullMarked;
