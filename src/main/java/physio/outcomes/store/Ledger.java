package physio.outcomes.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
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
    private static final String NEWEST = "outcomes.newest-delivery";
    private static final String LAST_DELIVERY = "outcomes.last-delivery";
    private static final String LAST_RUN = "outcomes.last-run";

    private final Table table;

    Ledger(Table table) {
        this.table = table;
    }

    Table table() {
        return table;
    }

    /** Whether a run has ever finished: without a snapshot the store is not made yet. */
    boolean hasBegun() {
        return table.currentSnapshot() != null;
    }

    /** The first snapshot of a new store. */
    void begin(Map<String, Long> snapshots, StoreKey key) {
        table.updateProperties().set(KEY_CHECK, key.check()).commit();
        named(table.newAppend(), snapshots, 0, new Numbers(0, 0)).commit();
    }

    /** The highest numbers ever given, also to what the store went back behind: a number that was read on a report never means something else. */
    record Numbers(int delivery, int run) {
        Numbers orHigher(Numbers other) {
            return new Numbers(Math.max(delivery, other.delivery), Math.max(run, other.run));
        }
    }

    Numbers numbers() {
        Map<String, String> summary = table.currentSnapshot().summary();
        if (summary.containsKey(LAST_DELIVERY)) {
            return new Numbers(number(summary, LAST_DELIVERY), number(summary, LAST_RUN));
        }
        // A store of an earlier version, which never went back, does not say.
        StoreState state = state();
        return new Numbers(state.lastDelivery(), state.lastRun());
    }

    private static int number(Map<String, String> summary, String key) {
        return Integer.parseInt(Objects.requireNonNull(summary.get(key)));
    }

    /** The ledger's snapshots, the newest first. */
    List<Snapshot> snapshots() {
        List<Snapshot> snapshots = new ArrayList<>();
        SnapshotUtil.currentAncestors(table).forEach(snapshots::add);
        return snapshots;
    }

    /**
     * What the states that can be asked for are made of: of each table the snapshots that they name. A state is said anew when its files are merged;
     * what it was made of before is kept for those who read it, until the new one is older than a moment.
     */
    Map<String, Set<Long>> needed(Instant moment) {
        Map<String, Set<Long>> needed = new TreeMap<>();
        Set<Integer> done = new HashSet<>();
        for (Snapshot snapshot : snapshots()) {
            int newest = newest(snapshot);
            if (!done.contains(newest)) {
                named(snapshot)
                        .forEach((name, id) -> needed.computeIfAbsent(name, table -> new LinkedHashSet<>())
                                .add(id));
            }
            if (Instant.ofEpochMilli(snapshot.timestampMillis()).isBefore(moment)) {
                done.add(newest);
            }
        }
        return needed;
    }

    /** The number of the newest delivery of a state. */
    int newest(Snapshot snapshot) {
        return snapshot.summary().containsKey(NEWEST)
                ? number(snapshot.summary(), NEWEST)
                : state(snapshot).lastDelivery();
    }

    private static Map<String, Long> named(Snapshot snapshot) {
        Map<String, Long> snapshots = new TreeMap<>();
        Tables.NAMED.forEach(
                name -> snapshots.put(name, Long.valueOf(snapshot.summary().get(SNAPSHOT + name))));
        return snapshots;
    }

    StoreState state() {
        return state(table.currentSnapshot());
    }

    /** What the ledger said when a delivery was the newest; none when it never was, as far as the ledger knows. */
    Optional<StoreState> find(int newest) {
        return snapshots().stream()
                .filter(snapshot -> newest > 0 && newest(snapshot) == newest)
                .findFirst()
                .map(this::state);
    }

    /** What the ledger said when a delivery was the newest. */
    StoreState state(int newest) {
        return find(newest).orElseThrow(() -> {
            String states = snapshots().stream()
                    .map(this::newest)
                    .filter(number -> number > 0)
                    .distinct()
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return UserException.usage(
                    "The store never was as of delivery " + newest + ": its newest delivery was, run by run, "
                            + (states.isEmpty() ? "none yet" : states) + ". Name one of them.");
        });
    }

    /** What the ledger said in one of its snapshots. */
    StoreState state(Snapshot snapshot) {
        checkFormat(snapshot);
        return new StoreState(deliveries(snapshot.snapshotId()), named(snapshot));
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
        Delivery last = deliveries.get(deliveries.size() - 1);
        Numbers numbers = new Numbers(last.number(), last.run());
        named(append, snapshots, last.number(), numbers).commit();
    }

    /** Says the state of now anew, when the same sessions lie in other files. */
    void restate(Map<String, Long> snapshots) {
        Numbers numbers = numbers();
        named(table.newAppend(), snapshots, newest(table.currentSnapshot()), numbers)
                .commit();
    }

    /**
     * Makes an earlier state that of now; what came between stays behind it in the history.
     *
     * @param numbers the highest ever given
     */
    void goBack(StoreState state, Numbers numbers) {
        OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
        if (!state.deliveries().isEmpty()) {
            write(state.deliveries()).forEach(overwrite::addFile);
        }
        named(overwrite, state.snapshots(), state.lastDelivery(), numbers).commit();
    }

    /** Forgets what came after a snapshot, which need not be readable. */
    void forgetAfter(Snapshot snapshot) {
        table.manageSnapshots().setCurrentSnapshot(snapshot.snapshotId()).commit();
    }

    private static <T extends SnapshotUpdate<T>> T named(
            T update, Map<String, Long> snapshots, int newest, Numbers numbers) {
        snapshots.forEach((name, id) -> update.set(SNAPSHOT + name, String.valueOf(id)));
        return update.set(FORMAT_KEY, String.valueOf(FORMAT))
                .set(NEWEST, String.valueOf(newest))
                .set(LAST_DELIVERY, String.valueOf(numbers.delivery()))
                .set(LAST_RUN, String.valueOf(numbers.run()));
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
