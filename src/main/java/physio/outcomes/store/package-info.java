/**
 * The store: Iceberg tables over Parquet whose one pointer is the ledger.
 *
 * <p>Enters: delivered files. Leaves: the current sessions as a table or as data files, and what every delivery came to. A run commits its tables,
 * then one ledger snapshot that names theirs; readers start at the ledger. Example: {@code try (Store store =
 * Store.forWriting(folder, …)) { … }}.
 */
@NullMarked
package physio.outcomes.store;

import org.jspecify.annotations.NullMarked;
