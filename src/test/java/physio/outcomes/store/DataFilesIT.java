package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/** What tasks read of data files column by column, against Iceberg's own reader of rows. */
@ExtendWith(SparkTest.class)
class DataFilesIT {
    private static final List<String> NUMBERS = List.of(
            "delivery", "patient_key", "episode_key", "practitioner_key", "duration_min", "pain_before", "sleep_score");
    private static final List<String> TEXTS = List.of("clinic_id", "technique", "visit", "attendance", "adverse_event");
    private static final int ROWS = 3_000;

    private final SparkSession spark;
    private final TestStore store;

    DataFilesIT(SparkSession spark, @TempDir Path parent) throws IOException {
        this.spark = spark;
        this.store = new TestStore(spark, Files.createDirectory(parent.resolve("two words")));
    }

    /** Files of several row groups, with texts that are numbered and others that are not, of which the older lack a measure's column. */
    @Test
    void readsWhatTheTableHolds() throws IOException {
        store.inbox("may.csv", csv(5, "")).ingestWith(settings(""));
        Table table = store.openForReading().catalog().table(Tables.SESSIONS);
        table.updateProperties()
                .set(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, "8192")
                .set(TableProperties.PARQUET_ROW_GROUP_CHECK_MIN_RECORD_COUNT, "100")
                .set(TableProperties.PARQUET_ROW_GROUP_CHECK_MAX_RECORD_COUNT, "100")
                .set(TableProperties.PARQUET_DICT_SIZE_BYTES, "512")
                .commit();
        store.inbox("june.csv", csv(6, ",sleep_score"))
                .ingestWith(
                        settings(
                                "sleep: {unit: points, range: [0, 21], step: 1, better: lower, timing: visit, mcid: {absolute: 3}}"));
        table.refresh();
        DataFiles whole = all(table);
        DataFiles divided = files(table, Expressions.alwaysTrue(), 10_000);
        assertThat(divided.parts()).hasSizeGreaterThan(whole.parts().size());
        assertThat(divided.rows()).isBetween(2L * ROWS - 50, 2L * ROWS);
        List<String> expected = rows(table);
        assertThat(expected).hasSize(2 * ROWS);
        assertThat(read(whole)).isEqualTo(expected);
        assertThat(read(divided)).isEqualTo(expected);
        // The second number is the patient's key.
        RowChoice some = new RowChoice(2, row -> row.number(1) % 3 == 0);
        List<String> ofSome =
                expected.stream().filter(row -> patient(row) % 3 == 0).toList();
        assertThat(ofSome).hasSizeBetween(ROWS / 4, ROWS);
        assertThat(read(whole, some)).isEqualTo(ofSome);
        assertThat(read(divided, some)).isEqualTo(ofSome);
        assertThat(read(whole, new RowChoice(1, row -> false))).isEmpty();
    }

    /** So that other columns have to go over long stretches at once. */
    @Test
    void stopsAtRowsThatAreFarApart() throws IOException {
        store.inbox("may.csv", csv(5, "")).ingestWith(settings(""));
        Table table = store.openForReading().catalog().table(Tables.SESSIONS);
        List<String> expected = rows(table);
        for (int rest : IntStream.range(0, 20).toArray()) {
            RowChoice few =
                    new RowChoice(5, row -> !row.isMissing(4) && row.number(4) == 33 && row.number(1) % 20 == rest);
            assertThat(read(all(table), few))
                    .isEqualTo(expected.stream()
                            .filter(row -> row.split(", ", -1)[4].equals("33") && patient(row) % 20 == rest)
                            .toList());
        }
    }

    @Test
    void leavesOutFilesThatCannotHoldWhatIsAskedFor() {
        store.inbox("may.csv", csv(5, "")).ingestWith(settings(""));
        store.inbox("june.csv", csv(6, "")).ingestWith(settings(""));
        Table table = store.openForReading().catalog().table(Tables.SESSIONS);
        DataFiles may = files(table, Expressions.lessThan("session_date", "2024-06-01"), DataFiles.PART_BYTES);
        assertThat(may.rows()).isEqualTo(ROWS);
        assertThat(may.has("sleep_score")).isFalse();
    }

    @Test
    void aDamagedFileIsNamedAlsoWhenATaskReadsIt() throws IOException {
        store.inbox("may.csv", csv(5, "")).ingestWith(settings(""));
        Path file = store.dataFiles(Tables.SESSIONS).get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[8] ^= 4;
        for (byte[] damaged :
                List.of(flipped, Arrays.copyOf(whole, whole.length / 2), new byte[] {1, 2, 3}, new byte[0])) {
            Files.write(file, damaged);
            assertNamed(file);
        }
        Files.delete(file);
        assertNamed(file);
        Files.write(file, whole);
        assertThat(inTasks()).isEqualTo(ROWS);
    }

    private void assertNamed(Path file) {
        assertThat(Damage.behind(catchThrowable(this::inTasks)))
                .get(STRING)
                .startsWith("The store's file " + file + " is damaged or missing");
    }

    private int inTasks() {
        DataFiles files = all(store.openForReading().catalog().table(Tables.SESSIONS));
        DataFiles.Reader reader = files.reader();
        return files.tasks(spark).map(part -> count(reader, part)).reduce(Integer::sum);
    }

    private static long patient(String row) {
        return Long.parseLong(row.split(", ", -1)[1]);
    }

    private static DataFiles all(Table table) {
        return files(table, Expressions.alwaysTrue(), DataFiles.PART_BYTES);
    }

    private static DataFiles files(Table table, Expression rows, long size) {
        return DataFiles.of(table, table.currentSnapshot().snapshotId(), rows, size);
    }

    private static int count(DataFiles.Reader reader, DataFiles.Part part) {
        int rows = 0;
        try (ColumnCursor cursor = reader.open(part, NUMBERS, Map.of())) {
            while (cursor.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static Settings settings(String more) {
        return SettingsReader.parse("""
                measures:
                  pain: {unit: points, range: [0, 10], step: 1, better: lower, timing: session, mcid: {absolute: 2}}
                  %s
                techniques: {dtm: {}, pnf: {}}
                """.formatted(more));
    }

    private static String csv(int month, String more) {
        Random random = new Random(month);
        StringBuilder csv = new StringBuilder(
                "session_id,patient_id,episode_id,practitioner_id,clinic_id,session_date,technique,visit,"
                        + "duration_min,attendance,adverse_event,pain_before" + more + "\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("s" + month + "-" + i + ",p" + random.nextInt(400) + "," + maybe(random, "e" + random.nextInt(3))
                    + ","
                    + maybe(random, "t" + random.nextInt(9)) + ",C" + random.nextInt(4) + ",2024-0" + month + "-1"
                    + random.nextInt(10) + "," + (random.nextBoolean() ? "dtm" : "dtm+pnf") + ",week "
                    + random.nextInt(2_000) + "," + maybe(random, "" + (30 + random.nextInt(30))) + ","
                    + (random.nextInt(9) > 0 ? "attended" : "cancelled") + "," + maybe(random, "none") + ",");
            csv.append(maybe(random, "" + random.nextInt(11)));
            csv.append(more.isEmpty() ? "\n" : "," + maybe(random, "" + random.nextInt(22)) + "\n");
        }
        return csv.toString().replaceAll("(cancelled,[^,]*),[^\n]*", more.isEmpty() ? "$1," : "$1,,");
    }

    private static String maybe(Random random, String text) {
        return random.nextInt(5) > 0 ? text : "";
    }

    private static List<String> rows(Table table) throws IOException {
        List<String> rows = new ArrayList<>();
        try (CloseableIterable<Record> all = IcebergGenerics.read(table).build()) {
            for (Record row : all) {
                List<String> told = new ArrayList<>();
                NUMBERS.forEach(name -> told.add(String.valueOf(row.getField(name))));
                TEXTS.forEach(name -> told.add(String.valueOf(row.getField(name))));
                told.add(String.valueOf(((LocalDate) row.getField("session_date")).toEpochDay()));
                rows.add(told.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    private static List<String> read(DataFiles files) {
        return read(files, RowChoice.ALL);
    }

    private static List<String> read(DataFiles files, RowChoice choice) {
        List<String> wanted = new ArrayList<>(NUMBERS);
        wanted.addAll(TEXTS);
        wanted.add("session_date");
        List<String> rows = new ArrayList<>();
        for (DataFiles.Part part : files.parts()) {
            Map<String, List<String>> texts = new HashMap<>();
            Map<String, ToIntFunction<String>> codes = new HashMap<>();
            TEXTS.forEach(name -> {
                List<String> known = new ArrayList<>();
                texts.put(name, known);
                codes.put(name, text -> {
                    known.add(text);
                    return known.size() - 1;
                });
            });
            try (ColumnCursor cursor = files.reader().open(part, wanted, codes, choice)) {
                while (cursor.next()) {
                    rows.add(IntStream.range(0, wanted.size())
                            .mapToObj(i -> told(cursor, i, texts.get(wanted.get(i))))
                            .toList()
                            .toString());
                }
            }
            texts.values().forEach(known -> assertThat(new TreeSet<>(known)).hasSameSizeAs(known));
        }
        rows.sort(null);
        return rows;
    }

    private static String told(ColumnCursor cursor, int column, @Nullable List<String> texts) {
        if (cursor.isMissing(column)) {
            return "null";
        }
        return texts == null ? String.valueOf(cursor.number(column)) : texts.get(cursor.code(column));
    }
}
