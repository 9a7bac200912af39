/**
 * Finds columns that say who somebody is, by their name and by what they hold, so that such a file is refused.
 *
 * <p>Enters: a header, and records as lists of texts. Leaves: the first column that identifies people, and what kind of identifier
 * it is; never a value. Example: {@code new IdentifierScan(names, ignored).scan(fields)}, then {@code found()}.
 */
@NullMarked
package physio.outcomes.ingest.identify;

import org.jspecify.annotations.NullMarked;
