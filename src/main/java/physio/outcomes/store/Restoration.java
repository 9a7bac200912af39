package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.LedgerSummary.Numbers;

/** Goes back to an earlier state of a store: to one that is asked for, or to the newest of which nothing is damaged. */
final class Restoration {
    private final Path folder;
    private final Catalog catalog;
    private final Consumer<String> progress;

    Restoration(Path folder, Catalog catalog, Consumer<String> progress) {
        this.folder = folder;
        this.catalog = catalog;
        this.progress = progress;
    }

    /** Makes the state of when a delivery was the newest that of now. */
    StoreRestored to(int newest) {
        TableTimes.setBack(catalog);
        Ledger ledger = catalog.ledger();
        StoreState state =
                ledger.find(newest).or(() -> leftBehind(ledger, newest)).orElseGet(() -> ledger.state(newest));
        Numbers numbers = ledger.numbers();
        ledger.goBack(state, numbers);
        return new StoreRestored(newest, numbers.delivery(), List.of());
    }

    /** A state that was damaged when the store went back behind it, and is whole again. Nothing else looks at such a state, so that none of its faults is in the way. */
    private Optional<StoreState> leftBehind(Ledger ledger, int newest) {
        List<Snapshot> left = new ArrayList<>();
        ledger.table().snapshots().forEach(left::add);
        left.removeAll(ledger.snapshots());
        left.removeIf(snapshot -> !isWhole(ledger.table(), snapshot) || ledger.newest(snapshot) != newest);
        Optional<StoreState> state = left.stream()
                .sorted(Comparator.comparingLong(Snapshot::sequenceNumber).reversed())
                .flatMap(snapshot -> whole(ledger, snapshot).stream())
                .findFirst();
        if (state.isEmpty() && !left.isEmpty()) {
            throw UserException.store(
                    "Cannot go back to delivery " + newest + ": something of the store as it was then is"
                            + " damaged, or 'compact' has removed it. Put it back from a backup, or take those files in again.");
        }
        return state;
    }

    /** Makes the newest whole state that of now, and puts damaged metadata out of the way. */
    StoreRestored toNewestWhole() throws IOException {
        List<String> aside = new ArrayList<>();
        for (String name : Tables.ALL) {
            catalog.metadata(name).setDamagedAside().forEach(file -> aside.add(StoredFiles.shown(file)));
        }
        TableTimes.setBack(catalog);
        Ledger ledger = catalog.ledger();
        progress.accept("Looking for the newest state that is whole");
        for (Snapshot snapshot : ledger.snapshots()) {
            Optional<StoreState> state = whole(ledger, snapshot);
            if (state.isPresent()) {
                // What the damaged metadata said of numbers, records of runs still say.
                Numbers numbers = ledger.numbers().orHigher(RunRecord.last(folder));
                ledger.forgetAfter(snapshot);
                ledger.goBack(state.orElseThrow(), numbers);
                return new StoreRestored(state.orElseThrow().lastDelivery(), numbers.delivery(), aside);
            }
        }
        throw UserException.store("No state of the store " + folder + " is whole: put it back from a backup.");
    }

    private Optional<StoreState> whole(Ledger ledger, Snapshot snapshot) {
        if (!isWhole(ledger.table(), snapshot)) {
            return Optional.empty();
        }
        StoreState state = ledger.state(snapshot);
        boolean isWhole = state.snapshots().entrySet().stream().allMatch(named -> {
            Table table = catalog.table(named.getKey());
            Snapshot own = table.snapshot(named.getValue());
            return own != null && isWhole(table, own);
        });
        return isWhole ? Optional.of(state) : Optional.empty();
    }

    private static boolean isWhole(Table table, Snapshot snapshot) {
        NamedFiles files = new NamedFiles(table);
        files.add(snapshot);
        return files.faults().isEmpty();
    }
}
