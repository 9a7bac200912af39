package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import physio.outcomes.domain.Plural;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Releases.ClinicMonth;

/**
 * Removes patients from all that a store holds. Each state that it ever was in is made anew without them, on branches; then the ledger changes over to
 * those at once, and what it named before is removed from the disk. Done again, it goes on where it died.
 */
final class Erasure {
    private final Path folder;
    private final Catalog catalog;
    private final Consumer<String> progress;

    Erasure(Path folder, Catalog catalog, Consumer<String> progress) {
        this.folder = folder;
        this.catalog = catalog;
        this.progress = progress;
    }

    /**
     * Erases a patient.
     *
     * @param isTrial whether to say only what it would come to
     * @throws UserException when the store has never held anything of the patient
     */
    StoreErased erase(long patient, boolean isTrial) throws IOException {
        ErasedPatients before = ErasedPatients.read(folder, catalog.ledger());
        ErasedPatients all = before.with(patient);
        progress.accept("Looking for the patient");
        Traces traces = traces(all);
        Traces own = traces.of(patient);
        if (own.isEmpty() && !before.patients().contains(patient)) {
            throw UserException.usage("The store holds nothing of such a patient: check the id, as it is in the"
                    + " delivered files or as the mapping makes it, and --source. Nothing was changed.");
        }
        Map<ClinicMonth, Integer> shown = new Releases(folder).showing(own.clinicMonths());
        int read = 0;
        if (!isTrial) {
            ErasedPatients erased = all.alsoShown(shown);
            erased.write(folder);
            read = finish(erased, traces);
        }
        return new StoreErased(
                own.sessionCount(),
                own.rejectedCount(),
                own.deliveries(),
                catalog.ledger().states().size(),
                shown.size(),
                read);
    }

    /** Goes on with an erasure that died. */
    void finish(ErasedPatients erased) throws IOException {
        finish(erased, traces(erased));
    }

    /** Removes all who are to be erased; gives the number of files that were read to see that it is done. */
    private int finish(ErasedPatients erased, Traces traces) throws IOException {
        new SettledYears(folder).clear();
        if (!traces.isEmpty()) {
            progress.accept("Making " + Plural.of(catalog.ledger().states().size(), "state") + " of the store anew");
            new ChangeOver(catalog, erased.patients(), traces).run();
        }
        Ledger ledger = catalog.ledger();
        Recovery.rollTables(catalog, ledger.state());
        for (String name : Tables.ALL) {
            TableRewrite.end(catalog.table(name));
        }
        Snapshots.keep(
                catalog.table(Tables.LEDGER),
                ledger.statements().stream().map(Snapshot::snapshotId).collect(Collectors.toSet()));
        new Tidying(catalog).before(Instant.MAX);
        deliveries().stream()
                .collect(Collectors.groupingBy(Delivery::run))
                .forEach((run, deliveries) -> RunRecord.restate(folder, deliveries));
        int read = prove(erased);
        erased.finished().write(folder);
        return read;
    }

    private Traces traces(ErasedPatients erased) {
        return Traces.of(erased.patients(), catalog, catalog.ledger().states());
    }

    /** All deliveries of all states. */
    private Collection<Delivery> deliveries() {
        Ledger ledger = catalog.ledger();
        Map<Integer, Delivery> deliveries = new TreeMap<>();
        ledger.states()
                .forEach(state -> ledger.state(state)
                        .deliveries()
                        .forEach(delivery -> deliveries.putIfAbsent(delivery.number(), delivery)));
        return deliveries.values();
    }

    /** Reads all data files that lie in the store again. */
    private int prove(ErasedPatients erased) {
        progress.accept("Reading all files again");
        int read = 0;
        for (String name : Tables.NAMED) {
            Table table = catalog.table(name);
            List<String> files = dataFiles(table);
            if (!new PatientRows(table, erased.patients()).holding(files).isEmpty()) {
                throw new IllegalStateException("Records of an erased patient are left in the table " + name);
            }
            read += files.size();
        }
        return read;
    }

    private static List<String> dataFiles(Table table) {
        return Leftovers.of(List.of(StoredFiles.at(table.location())), Set.of()).files().stream()
                .map(Object::toString)
                .filter(file -> file.endsWith(".parquet"))
                .toList();
    }
}
