package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

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
        return new Upkeep(folder, clock, false, progress -> {});
    }

    Path folder() {
        return folder;
    }

    /** Writes the inbox anew; name and content by turns. */
    TestStore inbox(String... namesAndContents) {
        plain().deliver(namesAndContents);
        return this;
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
                    .run(plain().request(settings, isForced, isReplacing));
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

    /** The same without Spark. */
    PlainStore plain() {
        return new PlainStore(folder, inbox);
    }

    /** All rows of a table that readers see, in no order that means anything. */
    List<String> rows(String table, String... columns) {
        return plain().rows(table, columns);
    }

    /** The quarantine as {@code delivery line record column reason}. */
    List<String> quarantine() {
        Store store = openForReading();
        StoreState state = store.state();
        Quarantine quarantine = store.quarantine(state);
        return state.deliveries().stream()
                .flatMap(delivery -> quarantine.of(delivery.number()).stream())
                .map(found -> found.delivery() + " " + found.line() + " " + found.record() + " " + found.column() + " "
                        + found.reason())
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

    /** The version of a table's metadata that it is read from. */
    Path newestMetadata(String table) {
        return StoredFiles.local(
                Warehouse.of(folder).metadata(table).newestFirst().get(0));
    }

    /** Lays each session of a delivery into a file of its own, as a large month is laid into several, and has the ledger say so. */
    void split(int delivery) {
        plain().split(delivery);
    }
}
