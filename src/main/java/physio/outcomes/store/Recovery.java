package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import physio.outcomes.domain.UserException;

/** Makes a store ready to be written, whatever an earlier run has left. */
final class Recovery {
    private final Path folder;
    private final Catalog catalog;

    Recovery(Path folder, Catalog catalog) {
        this.folder = folder;
        this.catalog = catalog;
    }

    /** Makes the tables when there are none; else puts them to what the ledger names, and ends an erasure that died. */
    void run() throws IOException {
        if (!catalog.exists(Tables.LEDGER) || !catalog.ledger().hasBegun()) {
            refuseToForget();
            StoreKey.create(folder);
            catalog.createAll();
            catalog.ledger().begin(catalog.snapshots(), StoreKey.read(folder, false));
            return;
        }
        Ledger ledger = catalog.ledger();
        LedgerSummary.checkWritable(ledger.table().currentSnapshot());
        TableTimes.setBack(catalog);
        rollTables(catalog, ledger.state());
        ErasedPatients erased = ErasedPatients.read(folder, ledger);
        if (erased.isUnfinished()) {
            new Erasure(folder, catalog, stage -> {}).finish(erased);
        }
    }

    /** Puts the tables to what a state names. */
    static void rollTables(Catalog catalog, StoreState state) {
        state.snapshots().forEach((name, id) -> {
            Table table = catalog.table(name);
            if (table.currentSnapshot().snapshotId() != id) {
                table.manageSnapshots().setCurrentSnapshot(id).commit();
            }
        });
    }

    /** Sessions without a ledger are no new store: before the first ledger snapshot the tables are empty. */
    private void refuseToForget() {
        if (catalog.exists(Tables.SESSIONS)) {
            Snapshot snapshot = catalog.table(Tables.SESSIONS).currentSnapshot();
            if (snapshot != null && !"0".equals(snapshot.summary().getOrDefault("total-records", "0"))) {
                throw UserException.store(
                        "The ledger of the store " + folder + " is missing or damaged, though its sessions are"
                                + " there: put back the folder outcomes/ledger from a backup.");
            }
        }
    }
}
