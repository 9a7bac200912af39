/**
 * Disclosure control: what may be published of a table of results.
 *
 * <p>Enters: {@link physio.outcomes.domain.ResultTable}. Leaves: {@link physio.outcomes.privacy.PublishedTable}, which nothing outside
 * this package can make, and the only thing that reports and exports accept. Example: {@code Protection.of(profile).publish(table)}.
 */
@NullMarked
package physio.outcomes.privacy;

import org.jspecify.annotations.NullMarked;
