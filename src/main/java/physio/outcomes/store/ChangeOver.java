package physio.outcomes.store;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import physio.outcomes.store.LedgerSummary.Numbers;
import physio.outcomes.store.Traces.Days;

/** Makes each state of a store anew without some patients, and lets the ledger name those states instead, all at once. */
final class ChangeOver {
    private final Catalog catalog;
    private final Set<Long> patients;
    private final Traces traces;
    private final Map<Integer, Days> days = new TreeMap<>();

    ChangeOver(Catalog catalog, Set<Long> patients, Traces traces) {
        this.catalog = catalog;
        this.patients = patients;
        this.traces = traces;
    }

    void run() {
        Ledger ledger = catalog.ledger();
        List<Snapshot> states = new ArrayList<>(ledger.states());
        Collections.reverse(states);
        Map<String, Map<Long, Long>> renamed = new TreeMap<>();
        Tables.NAMED.forEach(name -> renamed.put(name, rewritten(name, LedgerSummary.named(states, name))));
        ledger.addColumns();
        TableRewrite.begin(ledger.table());
        Numbers numbers = ledger.numbers().withErased(patients.size());
        for (Snapshot state : states) {
            ledger.overwrite(without(ledger.state(state), renamed), numbers)
                    .toBranch(TableRewrite.BRANCH)
                    .commit();
        }
        // The commit point: from here on readers see the store without them, now and as of each delivery.
        ledger.table()
                .manageSnapshots()
                .replaceBranch(SnapshotRef.MAIN_BRANCH, TableRewrite.BRANCH)
                .commit();
    }

    /** By what is to be named in its place, each of a table's snapshots. */
    private Map<Long, Long> rewritten(String name, List<Long> snapshots) {
        Table table = catalog.table(name);
        TableRewrite rewrite = new TableRewrite(table, new PatientRows(table, patients));
        Set<String> touched = traces.files(name);
        Map<String, DataFile> files = new TreeMap<>();
        for (long snapshot : snapshots) {
            rewrite.contents(snapshot).stream()
                    .filter(file -> touched.contains(file.location()))
                    .forEach(file -> files.put(file.location(), file));
        }
        files.values().forEach(rewrite::replace);
        Map<Long, Long> renamed = rewrite.commit(snapshots);
        if (name.equals(Tables.SESSIONS)) {
            renamed.values().forEach(snapshot -> rewrite.contents(snapshot).forEach(this::addDays));
        }
        return renamed;
    }

    private void addDays(DataFile file) {
        Days own = new Days(day(file.lowerBounds()), day(file.upperBounds()));
        days.merge(Verification.delivery(file), own, Days::and);
    }

    private static LocalDate day(Map<Integer, ByteBuffer> bounds) {
        ByteBuffer bound = Objects.requireNonNull(bounds.get(Tables.SESSION_DATE_ID));
        Integer day = Conversions.fromByteBuffer(Types.DateType.get(), bound);
        return LocalDate.ofEpochDay(day);
    }

    private StoreState without(StoreState state, Map<String, Map<Long, Long>> renamed) {
        Map<String, Long> snapshots = new TreeMap<>();
        state.snapshots()
                .forEach((name, id) -> snapshots.put(
                        name,
                        Objects.requireNonNull(
                                Objects.requireNonNull(renamed.get(name)).get(id))));
        List<Delivery> deliveries = state.deliveries().stream()
                .map(delivery ->
                        traces.without(delivery, state.deliveries(), Optional.ofNullable(days.get(delivery.number()))))
                .toList();
        return new StoreState(deliveries, snapshots);
    }
}
