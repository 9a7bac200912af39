package physio.outcomes.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.LedgerSummary.Numbers;

/** The store's one pointer: a table of deliveries whose newest snapshot names the snapshot of every other table. */
final class Ledger {
    /** Files of deliveries, of a run each, before they are written as one: all are read at every start. */
    private static final int MOST_FILES = 16;

    private final Table table;

    Ledger(Table table) {
        this.table = table;
    }

    Table table() {
        return table;
    }

    /** What the store was made with. */
    StoreTerms terms() {
        return new StoreTerms(table);
    }

    /** Whether a run has ever finished: without a snapshot the store is not made yet. */
    boolean hasBegun() {
        return table.currentSnapshot() != null;
    }

    /** The first snapshot of a new store. */
    void begin(Map<String, Long> snapshots, StoreKey key) {
        terms().begin(key);
        summary(snapshots, 0, Numbers.NONE).on(table.newAppend()).commit();
    }

    /** The highest numbers ever given. */
    Numbers numbers() {
        return LedgerSummary.last(table.currentSnapshot()).orElseGet(() -> {
            // A store of an earlier version, which never went back, does not say.
            StoreState state = state();
            return new Numbers(state.lastDelivery(), state.lastRun(), 0);
        });
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
                LedgerSummary.named(snapshot)
                        .forEach((name, id) -> needed.computeIfAbsent(name, table -> new LinkedHashSet<>())
                                .add(id));
            }
            if (Instant.ofEpochMilli(snapshot.timestampMillis()).isBefore(moment)) {
                done.add(newest);
            }
        }
        return needed;
    }

    /** Of each state that can be asked for the snapshot that says it now, the newest first. */
    List<Snapshot> states() {
        Set<Integer> said = new HashSet<>();
        return snapshots().stream()
                .filter(snapshot -> said.add(newest(snapshot)))
                .toList();
    }

    /** The newest snapshots that together say all states: those before them can be forgotten without a state being lost. */
    List<Snapshot> statements() {
        List<Snapshot> all = snapshots();
        List<Snapshot> states = states();
        return all.subList(0, all.indexOf(states.get(states.size() - 1)) + 1);
    }

    /** The number of the newest delivery of a state. */
    int newest(Snapshot snapshot) {
        return LedgerSummary.newest(snapshot).orElseGet(() -> state(snapshot).lastDelivery());
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
        LedgerSummary.checkKnown(snapshot);
        return new StoreState(deliveries(snapshot.snapshotId()), LedgerSummary.named(snapshot));
    }

    /** Lets the ledger have the columns that joined since its store was made. */
    void addColumns() {
        table.updateSchema().unionByNameWith(Tables.LEDGER_SCHEMA).commit();
    }

    /** The commit point of a run: from here on readers see its tables. */
    void commit(List<Delivery> deliveries, Map<String, Long> snapshots) {
        addColumns();
        Delivery last = deliveries.get(deliveries.size() - 1);
        Numbers numbers = new Numbers(last.number(), last.run(), numbers().erased());
        if (dataFiles() < MOST_FILES) {
            AppendFiles append = table.newAppend();
            write(deliveries).forEach(append::appendFile);
            summary(snapshots, last.number(), numbers).on(append).commit();
        } else {
            List<Delivery> all = new ArrayList<>(state().deliveries());
            all.addAll(deliveries);
            overwrite(new StoreState(all, snapshots), numbers).commit();
        }
    }

    private int dataFiles() {
        return Integer.parseInt(table.currentSnapshot().summary().getOrDefault("total-data-files", "0"));
    }

    /** Says the state of now anew, when the same sessions lie in other files. */
    void restate(Map<String, Long> snapshots) {
        summary(snapshots, newest(table.currentSnapshot()), numbers())
                .on(table.newAppend())
                .commit();
    }

    /** Says the state of now anew, for programs that know a format. */
    void restateAs(int format) {
        Snapshot current = table.currentSnapshot();
        new LedgerSummary(format, LedgerSummary.named(current), newest(current), numbers())
                .on(table.newAppend())
                .commit();
    }

    /**
     * Makes an earlier state that of now; what came between stays behind it in the history.
     *
     * @param numbers the highest ever given
     */
    void goBack(StoreState state, Numbers numbers) {
        overwrite(state, numbers).commit();
    }

    /** An update after which a state is all that the ledger's rows say. */
    OverwriteFiles overwrite(StoreState state, Numbers numbers) {
        OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
        if (!state.deliveries().isEmpty()) {
            write(state.deliveries()).forEach(overwrite::addFile);
        }
        return summary(state.snapshots(), state.lastDelivery(), numbers).on(overwrite);
    }

    /** Forgets what came after a snapshot, which need not be readable. */
    void forgetAfter(Snapshot snapshot) {
        table.manageSnapshots().setCurrentSnapshot(snapshot.snapshotId()).commit();
    }

    private static LedgerSummary summary(Map<String, Long> snapshots, int newest, Numbers numbers) {
        return new LedgerSummary(LedgerSummary.FORMAT, snapshots, newest, numbers);
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
