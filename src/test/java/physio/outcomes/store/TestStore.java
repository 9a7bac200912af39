package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.ingest.DeliveredFiles;

/** A store in a folder, and deliveries to it written beside it. Each taking in is a run of its own. */
final class TestStore {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-07-01T08:00:00Z"), ZoneOffset.UTC);
    static final Settings SETTINGS = settings("1");

    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";

    private final SparkSession spark;
    private final Path inbox;
    private final Path folder;

    TestStore(SparkSession spark, Path parent) {
        this.spark = spark;
        this.inbox = parent.resolve("inbox");
        this.folder = parent.resolve("store");
    }

    static Settings settings(String step) {
        return settings(step, "dtm: {}");
    }

    static Settings settings(String step, String techniques) {
        return SettingsReader.parse("""
                measures:
                  pain: {unit: points, range: [0, 10], step: %s, better: lower, timing: session, mcid: {absolute: 2}}
                techniques: {%s}
                """.formatted(step, techniques));
    }

    /** A canonical file: each record is {@code session date score}, and {@code patient}, who else is p1. */
    static String csv(String... records) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (String record : records) {
            String[] parts = record.split(" ", -1);
            String patient = parts.length > 3 ? parts[3] : "p1";
            csv.append(parts[0] + "," + patient + ",C1," + parts[1] + ",dtm," + parts[2] + ",\n");
        }
        return csv.toString();
    }

    /** Delivery 1, which 2 corrects; and 3. */
    TestStore withThreeRuns() {
        inbox("may.csv", csv("s1 2024-05-01 7", "s2 2024-05-08 6")).ingest();
        inbox("may.csv", csv("s1 2024-05-01 8")).ingest();
        inbox("june.csv", csv("s3 2024-06-01 3", "s4 2024-06-02 4")).ingest();
        return this;
    }

    Upkeep upkeep() {
        return upkeep(CLOCK);
    }

    Upkeep upkeep(Clock clock) {
        return new Upkeep(folder, clock, progress -> {});
    }

    Path folder() {
        return folder;
    }

    /** Writes the inbox anew; name and content by turns. */
    TestStore inbox(String... namesAndContents) {
        try {
            try (Stream<Path> old = Files.exists(inbox) ? Files.walk(inbox) : Stream.empty()) {
                old.filter(Files::isRegularFile).forEach(TestStore::delete);
            }
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

    IngestResult ingest() {
        return ingest(false, false);
    }

    IngestResult ingestForced() {
        return ingest(true, false);
    }

    IngestResult ingestReplacing() {
        return ingest(false, true);
    }

    IngestResult ingestWith(Settings settings) {
        return ingest(settings, false, false);
    }

    private IngestResult ingest(boolean isForced, boolean isReplacing) {
        return ingest(SETTINGS, isForced, isReplacing);
    }

    private IngestResult ingest(Settings settings, boolean isForced, boolean isReplacing) {
        try (Store store = open()) {
            return store.ingestion(settings, () -> spark, progress -> {})
                    .run(new IngestRequest(
                            DeliveredFiles.find(List.of(inbox.toString()), "clinics"),
                            settings,
                            Optional.empty(),
                            LocalDate.of(2024, 6, 30),
                            isForced,
                            isReplacing));
        }
    }

    Store open() {
        return Store.forWriting(folder, false, CLOCK);
    }

    Store openForReading() {
        return Store.forReading(folder);
    }

    StoreState state() {
        return openForReading().state();
    }

    /** The current sessions as {@code date score}, in the order of their dates. */
    List<String> sessions() {
        Store store = openForReading();
        return store
                .sessions(spark, store.state())
                .sessions()
                .select("session_date", "pain_before")
                .orderBy("session_date", "pain_before")
                .collectAsList()
                .stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
    }

    /** All rows of a table that readers see, read without Spark, in no order that means anything. */
    List<String> rows(String table, String... columns) {
        List<String> rows = new ArrayList<>();
        long snapshot = Objects.requireNonNull(state().snapshots().get(table));
        try (CloseableIterable<Record> read = IcebergGenerics.read(new Catalog(folder).table(table))
                .useSnapshot(snapshot)
                .select(columns)
                .build()) {
            read.forEach(row -> rows.add(row.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        rows.sort(null);
        return rows;
    }

    /** The quarantine as {@code delivery line record column reason}. */
    List<String> quarantine() {
        Store store = openForReading();
        return store
                .sessions(spark, store.state())
                .quarantine()
                .select("delivery", "line", "record", "column", "reason")
                .orderBy("delivery", "record")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    /** The Parquet files of a table that lie on disk, whether the table names them or not. */
    List<Path> dataFiles(String table) {
        Path data = folder.resolve("outcomes").resolve(table).resolve("data");
        if (!Files.exists(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".parquet")).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lays each session of a delivery into a file of its own, as a large month is laid into several, and has the ledger say so. */
    void split(int delivery) throws IOException {
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
        }
        rewrite.commit();
        Ledger ledger = new Ledger(catalog.table(Tables.LEDGER));
        Map<String, Long> snapshots = new TreeMap<>(ledger.state().snapshots());
        snapshots.put(Tables.SESSIONS, sessions.currentSnapshot().snapshotId());
        ledger.restate(snapshots);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
