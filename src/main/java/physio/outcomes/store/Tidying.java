package physio.outcomes.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Table;

/** Removes what no state of a store is made of. */
final class Tidying {
    /** Earlier versions of a table's metadata, of which one is the way back from a damaged one. */
    private static final int KEPT_VERSIONS = 20;

    private final Catalog catalog;

    Tidying(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Removes it as far as nobody has needed or written it since a moment; gives what was removed. */
    Leftovers before(Instant moment) throws IOException {
        Ledger ledger = catalog.ledger();
        Map<String, Set<Long>> needed = ledger.needed(moment);
        Set<Path> files = new TreeSet<>();
        List<Path> folders = new ArrayList<>();
        for (String name : Tables.ALL) {
            Table table = catalog.table(name);
            NamedFiles named = new NamedFiles(table);
            if (name.equals(Tables.LEDGER)) {
                ledger.snapshots().forEach(named::add);
            } else {
                Set<Long> kept = Objects.requireNonNull(needed.get(name));
                Snapshots.keep(table, kept);
                kept.forEach(id -> named.add(table.snapshot(id)));
            }
            // What a damaged list would name cannot be told from what nobody needs.
            named.requireLists();
            if (name.equals(Tables.LEDGER)) {
                // Also what the store went back behind, as far as damage lets it be told.
                table.snapshots().forEach(named::add);
            }
            files.addAll(named.paths());
            folders.add(StoredFiles.at(table.location()));
            removeOldVersions(name);
        }
        Leftovers old = Leftovers.of(folders, files, moment);
        old.remove();
        return old;
    }

    private void removeOldVersions(String name) throws IOException {
        List<Path> versions = catalog.metadata(name).newestFirst();
        for (Path old : versions.subList(Math.min(KEPT_VERSIONS, versions.size()), versions.size())) {
            StoredFiles.remove(old);
        }
    }
}
