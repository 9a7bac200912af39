package physio.outcomes.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;
import physio.outcomes.domain.UserException;

/** The store's one pointer: a table of deliveries whose newest snapshot names the snapshot of every other table. */
final class Ledger {
    private static final int FORMAT = 1;
    private static final String FORMAT_KEY = "outcomes.format";
    private static final String KEY_CHECK = "outcomes.key-check";
    private static final String SCOPE = "outcomes.patients-scope";
    private static final String SNAPSHOT = "outcomes.snapshot.";

    private final Table table;

    Ledger(Table table) {
        this.table = table;
    }

    /** Whether a run has ever finished: without a snapshot the store is not made yet. */
    boolean hasBegun() {
        return table.currentSnapshot() != null;
    }

    /** The first snapshot of a new store. */
    void begin(Map<String, Long> snapshots, StoreKey key) {
        table.updateProperties().set(KEY_CHECK, key.check()).commit();
        named(table.newAppend(), snapshots).commit();
    }

    StoreState state() {
        return state(table.currentSnapshot());
    }

    /** What the ledger said when a delivery was the newest. */
    StoreState state(int newest) {
        List<Integer> known = new ArrayList<>();
        for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
            StoreState state = state(snapshot);
            if (state.lastDelivery() == newest && newest > 0) {
                return state;
            }
            known.add(state.lastDelivery());
        }
        String states = known.stream()
                .filter(number -> number > 0)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        throw UserException.usage(
                "The store never was as of delivery " + newest + ": its newest delivery was, run by run, "
                        + (states.isEmpty() ? "none yet" : states) + ". Name one of them.");
    }

    private StoreState state(Snapshot snapshot) {
        checkFormat(snapshot);
        Map<String, Long> snapshots = new TreeMap<>();
        Tables.NAMED.forEach(
                name -> snapshots.put(name, Long.valueOf(snapshot.summary().get(SNAPSHOT + name))));
        return new StoreState(deliveries(snapshot.snapshotId()), snapshots);
    }

    /** Checks that a key is the one the store was made with. */
    void checkKey(StoreKey key) {
        if (!key.check().equals(table.properties().get(KEY_CHECK))) {
            throw UserException.store("The store's key is not the one that it was made with:"
                    + " put that one back from a backup; with another, no patient would be recognised.");
        }
    }

    /** Checks that patients are told apart as in the deliveries before: with another scope one person would have two keys. */
    void checkScope(boolean isOneScope) {
        String asked = isOneScope ? "all" : "source";
        String stored = table.properties().get(SCOPE);
        if (stored == null || deliveries(table.currentSnapshot().snapshotId()).isEmpty()) {
            table.updateProperties().set(SCOPE, asked).commit();
        } else if (!stored.equals(asked)) {
            throw UserException.usage("Cannot change patients.scope from " + stored + " to " + asked
                    + ": the store's patients are told apart by it. Use another store.");
        }
    }

    /** The commit point of a run: from here on readers see its tables. */
    void commit(List<Delivery> deliveries, Map<String, Long> snapshots) {
        // A store of an earlier version lacks the columns that joined since.
        table.updateSchema().unionByNameWith(Tables.LEDGER_SCHEMA).commit();
        AppendFiles append = table.newAppend();
        write(deliveries).forEach(append::appendFile);
        named(append, snapshots).commit();
    }

    private static AppendFiles named(AppendFiles append, Map<String, Long> snapshots) {
        append.set(FORMAT_KEY, String.valueOf(FORMAT));
        snapshots.forEach((name, id) -> append.set(SNAPSHOT + name, String.valueOf(id)));
        return append;
    }

    private static void checkFormat(Snapshot snapshot) {
        int format = Integer.parseInt(snapshot.summary().getOrDefault(FORMAT_KEY, "0"));
        if (format > FORMAT) {
            throw UserException.store("The store has format " + format + " and this program knows up to " + FORMAT
                    + ": use the newer version that wrote it.");
        }
    }

    private List<Delivery> deliveries(long snapshot) {
        List<Delivery> deliveries = new ArrayList<>();
        try (CloseableIterable<Record> rows =
                IcebergGenerics.read(table).useSnapshot(snapshot).build()) {
            rows.forEach(row -> deliveries.add(LedgerRows.delivery(row)));
        } catch (IOException failed) {
            throw UserException.store("Cannot read the store's ledger: a file of it is damaged or not readable.");
        }
        deliveries.sort(Comparator.comparingInt(Delivery::number));
        return deliveries;
    }

    private List<DataFile> write(List<Delivery> deliveries) {
        RowWriter writer = new RowWriter(table, deliveries.get(0).number());
        deliveries.forEach(delivery -> writer.write(LedgerRows.row(delivery)));
        return writer.finish();
    }
}
