package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.ingest.DeliveredFiles;

/** A store and an inbox, used without Spark: files are read one after the other in this thread. */
record PlainStore(Path folder, Path inbox) {

    static PlainStore in(Path parent) {
        return new PlainStore(parent.resolve("store"), parent.resolve("inbox"));
    }

    /** Writes the inbox anew; name and content by turns. */
    PlainStore deliver(String... namesAndContents) {
        try {
            FileUtils.deleteDirectory(inbox.toFile());
            Files.createDirectories(inbox);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                Path file = inbox.resolve(namesAndContents[i]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, namesAndContents[i + 1]);
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    IngestRequest request(Settings settings, boolean isForced, boolean isReplacing) {
        return new IngestRequest(
                DeliveredFiles.find(List.of(inbox.toString()), "clinics"),
                settings,
                Optional.empty(),
                LocalDate.of(2024, 6, 30),
                isForced,
                isReplacing);
    }

    /** Takes the inbox in, in a run of its own, after those that hold the store. */
    IngestResult take() {
        try (Store store = Store.forWriting(folder, true, TestStore.CLOCK)) {
            return store.ingestion(TestStore.SETTINGS, PlainStaging::new, progress -> {})
                    .run(request(TestStore.SETTINGS, false, false));
        }
    }

    Upkeep upkeep(Clock clock) {
        return new Upkeep(folder, clock, false, progress -> {});
    }

    Seen seen() {
        Store store = Store.forReading(folder);
        StoreState state = store.state();
        return new Seen(
                state.deliveries(),
                rows(store, state, Tables.SESSIONS, "delivery", "session_date", "technique", "pain_before"),
                rows(store, state, Tables.QUARANTINE, "delivery", "line", "record", "column", "reason"));
    }

    /** All rows of a table that readers see, in no order that means anything. */
    List<String> rows(String table, String... columns) {
        Store store = Store.forReading(folder);
        return rows(store, store.state(), table, columns);
    }

    private static List<String> rows(Store store, StoreState state, String table, String... columns) {
        List<String> rows = new ArrayList<>();
        try (CloseableIterable<Record> read = IcebergGenerics.read(
                        store.catalog().table(table))
                .useSnapshot(Objects.requireNonNull(state.snapshots().get(table)))
                .select(columns)
                .build()) {
            read.forEach(row -> rows.add(row.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        rows.sort(null);
        return rows;
    }

    /** Lays each session of a delivery into a file of its own, as a large month is laid into several, and has the ledger say so. */
    PlainStore split(int delivery) {
        Catalog catalog = new Catalog(folder);
        Table sessions = catalog.table(Tables.SESSIONS);
        RewriteFiles rewrite = sessions.newRewrite();
        for (DataFile file : new NamedFiles(sessions).add(sessions.currentSnapshot())) {
            if (Verification.delivery(file) == delivery) {
                rewrite.deleteFile(file);
            }
        }
        try (CloseableIterable<Record> rows = IcebergGenerics.read(sessions)
                .where(Expressions.equal("delivery", delivery))
                .build()) {
            for (Record row : rows) {
                RowWriter writer = new RowWriter(sessions, delivery);
                writer.write(row);
                writer.finish().forEach(rewrite::addFile);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        rewrite.commit();
        Ledger ledger = catalog.ledger();
        Map<String, Long> snapshots = new TreeMap<>(ledger.state().snapshots());
        snapshots.put(Tables.SESSIONS, sessions.currentSnapshot().snapshotId());
        ledger.restate(snapshots);
        return this;
    }
}
