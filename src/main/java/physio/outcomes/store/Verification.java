package physio.outcomes.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import physio.outcomes.domain.Plural;
import physio.outcomes.domain.UserException;

/** Reads everything that a store's states are made of and names what is wrong; changes nothing. */
final class Verification {
    private final java.nio.file.Path folder;
    private final Catalog catalog;
    private final Consumer<String> progress;
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Map<String, NamedFiles> named = new TreeMap<>();

    Verification(java.nio.file.Path folder, Catalog catalog, Consumer<String> progress) {
        this.folder = folder;
        this.catalog = catalog;
        this.progress = progress;
    }

    /** Checks the whole store. */
    StoreCheck run() {
        // All of them: who mends one should know of the others.
        boolean isReadable =
                Tables.ALL.stream().filter(this::hasReadableMetadata).count() == Tables.ALL.size();
        Optional<StoreState> state = isReadable ? state() : Optional.empty();
        if (state.isPresent()) {
            Ledger ledger = catalog.ledger();
            checkKey(ledger);
            checkHistory(ledger);
            checkCounts(state.orElseThrow());
            checkRuns(state.orElseThrow());
            checkErased(ledger);
        }
        checkReleases();
        checkSettledYears();
        Set<Path> needed = needed();
        return new StoreCheck(
                state.map(known -> known.deliveries().size()).orElse(0),
                needed.size(),
                List.copyOf(wrong),
                state.isPresent() && wrong.isEmpty() ? Leftovers.of(folders(), needed) : Leftovers.NONE);
    }

    private boolean hasReadableMetadata(String name) {
        Optional<StoredFiles.Fault> fault = catalog.metadata(name).fault();
        fault.ifPresent(found -> wrong.add(found.toString()));
        return fault.isEmpty();
    }

    private Optional<StoreState> state() {
        NamedFiles files = files(Tables.LEDGER);
        Ledger ledger = catalog.ledger();
        ledger.snapshots().forEach(files::add);
        checkData(Tables.LEDGER, files);
        return wrong.isEmpty() ? Optional.of(ledger.state()) : Optional.empty();
    }

    private NamedFiles files(String name) {
        return named.computeIfAbsent(name, table -> new NamedFiles(catalog.table(table)));
    }

    private void checkHistory(Ledger ledger) {
        ledger.needed(Instant.MAX).forEach((name, snapshots) -> {
            Table table = catalog.table(name);
            for (long id : snapshots) {
                Snapshot snapshot = table.snapshot(id);
                if (snapshot == null) {
                    wrong.add("The ledger names a state of the table " + name + " that the table does not know.");
                } else {
                    files(name).add(snapshot);
                }
            }
            checkData(name, files(name));
        });
    }

    private void checkData(String name, NamedFiles files) {
        progress.accept("Reading " + Plural.of(files.dataFiles(), "file") + " of the table " + name);
        files.faults().forEach((file, words) -> wrong.add(new StoredFiles.Fault(file, words).toString()));
    }

    /** What each delivery says that it stored is what its files hold. A file holds one delivery. */
    private void checkCounts(StoreState state) {
        if (!wrong.isEmpty()) {
            return;
        }
        Map<Integer, Long> stored = new TreeMap<>();
        Snapshot sessions = catalog.table(Tables.SESSIONS)
                .snapshot(Objects.requireNonNull(state.snapshots().get(Tables.SESSIONS)));
        for (DataFile file : files(Tables.SESSIONS).add(sessions)) {
            stored.merge(delivery(file), file.recordCount(), Long::sum);
        }
        for (Delivery delivery : state.current()) {
            long rows = Objects.requireNonNullElse(stored.remove(delivery.number()), 0L);
            expect(delivery, "sessions", delivery.tally().stored(), rows);
            expect(delivery, "records in quarantine", delivery.tally().quarantined(), quarantined(state, delivery));
        }
        stored.keySet()
                .forEach(number -> wrong.add("There are sessions of delivery " + number + ", which is not in force."));
    }

    private void expect(Delivery delivery, String what, long told, long found) {
        if (told != found) {
            wrong.add(
                    "Delivery " + delivery.number() + " should have " + told + " " + what + " and has " + found + ".");
        }
    }

    /** The delivery that a data file holds: one. */
    static int delivery(DataFile file) {
        ByteBuffer lowest = Objects.requireNonNull(file.lowerBounds().get(Tables.DELIVERY_ID));
        return Conversions.fromByteBuffer(Types.IntegerType.get(), lowest);
    }

    /** The findings of a record come one after the other. */
    private long quarantined(StoreState state, Delivery delivery) {
        long[] last = {0, 0};
        new Quarantine(catalog.table(Tables.QUARANTINE), state).forEach(delivery.number(), rejected -> {
            last[0] += rejected.record() == last[1] ? 0 : 1;
            last[1] = rejected.record();
        });
        return last[0];
    }

    private void checkKey(Ledger ledger) {
        told(() -> ledger.terms().checkKey(StoreKey.read(folder, false)));
    }

    private void checkRuns(StoreState state) {
        state.deliveries().stream()
                .collect(Collectors.groupingBy(Delivery::run, TreeMap::new, Collectors.toList()))
                .forEach(
                        (run, deliveries) -> RunRecord.fault(folder, deliveries).ifPresent(wrong::add));
    }

    /** Nothing of an erased patient is left, or has come back with a backup. */
    private void checkErased(Ledger ledger) {
        told(() -> {
            ErasedPatients erased = ErasedPatients.read(folder, ledger);
            if (erased.isUnfinished()) {
                wrong.add("A patient is not erased to the end: the next command that writes to the store, such as"
                        + " 'compact', goes on with it.");
            }
            for (String name : Tables.NAMED) {
                PatientRows rows = new PatientRows(catalog.table(name), erased.patients());
                rows.holding(files(name).dataLocations())
                        .forEach(file -> wrong.add(file + " holds records of an erased patient, as a backup may have"
                                + " brought them back: erase the patient again."));
            }
        });
    }

    private void checkReleases() {
        told(() -> new Releases(folder).check());
    }

    private void checkSettledYears() {
        told(() -> wrong.addAll(new SettledYears(folder).faults()));
    }

    private void told(Runnable check) {
        try {
            check.run();
        } catch (UserException fault) {
            wrong.add(Objects.requireNonNull(fault.getMessage()));
        }
    }

    private List<Path> folders() {
        return named.keySet().stream()
                .map(name -> StoredFiles.at(catalog.table(name).location()))
                .toList();
    }

    private Set<Path> needed() {
        Set<Path> needed = new TreeSet<>();
        named.values().forEach(files -> needed.addAll(files.paths()));
        return needed;
    }
}
