package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.SparkTest;

/** A simulated folder taken in once, and exports of it. */
@ExtendWith(SparkTest.class)
@TestInstance(Lifecycle.PER_CLASS)
class ExportIT {
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final List<String> TABLES = List.of(
            ("activity clinic_adjusted clinic_outcomes closed_episodes dictionary monthly_outcomes participation quarantine"
                            + " region_outcomes safety session_intervals technique_outcomes trajectories")
                    .split(" ", -1));

    private final SparkSession spark;
    private final Path folder;
    private final Place place;
    private final Path to;
    private final Ended ended;

    ExportIT(SparkSession spark, @TempDir Path folder) {
        this.spark = spark;
        this.folder = folder;
        this.place = Place.in(folder);
        this.to = folder.resolve("for others/2024-06");
        Ended.of(
                "simulate",
                "--sessions",
                "400",
                "--seed",
                "5",
                "--out",
                place.inbox().toString());
        assertThat(place.take("ingest").code()).isZero();
        this.ended = place.command("export", "--to", to.toString());
    }

    @Test
    void saysWhereTheTablesAreAndByWhichProfileTheyAreProtected() {
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .isEqualTo("Tables of 2024-06: " + to.resolve("tables") + "\nDisclosure statement: "
                        + to.resolve("disclosure-statement.md")
                        + "\nProtected by profile internal: for the web, export with --set"
                        + " privacy.profile=public instead.\n");
    }

    @Test
    void writesEachTableAndTheDictionaryAsCsvAndParquetAndTheStatement() {
        TreeSet<String> expected = new TreeSet<>(
                List.of("disclosure-statement.json", "disclosure-statement.md", "results.json", "run.json"));
        TABLES.forEach(table -> expected.addAll(List.of("tables/" + table + ".csv", "tables/" + table + ".parquet")));
        assertThat(exported(to).files()).containsOnlyKeys(expected);
        assertThat(place.reports()).doesNotExist();
    }

    @Test
    void sparkReadsFromParquetWhatStandsInCsv() throws IOException {
        for (String table : TABLES) {
            Dataset<Row> parquet = spark.read()
                    .parquet(to.resolve("tables/" + table + ".parquet").toString());
            List<CSVRecord> csv = csv(to, table);
            assertThat(parquet.collectAsList().stream().map(ExportIT::texts).toList())
                    .as(table)
                    .isEqualTo(csv.stream()
                            .map(record -> texts(record, parquet.schema().fields()))
                            .toList());
        }
        assertThat(csv(to, "technique_outcomes")).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "clinic_id, string",
        "period, string",
        "n_patients, bigint",
        "improved, bigint",
        "change_mean, double",
        "improved_rate, double",
        "nnt, double",
        "nnt_ci, string",
        "suppressed, boolean"
    })
    void columnsHaveTheTypeOfWhatTheyHold(String column, String type) {
        Dataset<Row> table = spark.read()
                .parquet(to.resolve("tables/technique_outcomes.parquet").toString());
        assertThat(table.schema().apply(column).dataType().catalogString()).isEqualTo(type);
    }

    @Test
    void hiddenRowsHaveNoFiguresInParquetEither() {
        Dataset<Row> table = spark.read()
                .parquet(to.resolve("tables/technique_outcomes.parquet").toString());
        assertThat(table.where("suppressed").count()).isPositive();
        assertThat(table.where("suppressed and (n_patients is not null or n_sessions is not null or change_mean is"
                                + " not null or improved is not null or nnt_ci is not null)")
                        .count())
                .isZero();
    }

    @Test
    void tellsTheReportsTables() {
        Place other = place.withReports(folder.resolve("reports of the same"));
        assertThat(other.command("report", "--format", "html").code()).isZero();
        TABLES.forEach(table -> assertThat(exported(to).text("tables/" + table + ".csv"))
                .as(table)
                .isEqualTo(other.text("2024-06/tables/" + table + ".csv")));
    }

    @Test
    void exportingAgainGivesTheSameBytesAlsoIntoAnEmptyFolder() throws IOException {
        Path again = Files.createDirectory(folder.resolve("again"));
        assertThat(place.command("export", "--to", again.toString(), "--month", "2024-06")
                        .code())
                .isZero();
        Map<String, String> first = exported(to).results();
        assertThat(exported(again).results()).containsOnlyKeys(first.keySet()).containsExactlyEntriesOf(first);
    }

    @Test
    void theStatementCountsTheRowsThatAreHidden() throws IOException {
        JsonNode statement = new ObjectMapper().readTree(exported(to).text("disclosure-statement.json"));
        assertThat(statement.path("profile").asText()).isEqualTo("internal");
        assertThat(statement.path("tables")).hasSize(TABLES.size() - 1);
        long all = 0;
        for (JsonNode table : statement.path("tables")) {
            List<CSVRecord> rows = csv(to, table.path("table").asText());
            long hidden = rows.stream()
                    .filter(row -> row.get("suppressed").equals("true"))
                    .count();
            assertThat(table.path("rows").asLong()).isEqualTo(rows.size());
            assertThat(table.path("suppressed").asLong()).isEqualTo(hidden);
            all += hidden;
        }
        assertThat(statement.path("primary").asLong()
                        + statement.path("complementary").asLong())
                .isEqualTo(all)
                .isPositive();
        assertThat(statement.path("audit").path("narrowest_interval").asDouble())
                .isGreaterThanOrEqualTo(5);
        assertThat(exported(to).text("disclosure-statement.md"))
                .contains("Profile `internal`", "- A row of 1 to 4 distinct patients is hidden", "| all | ");
    }

    @ParameterizedTest
    @CsvSource({"public, Protected by profile public.", "none, Profile none: NOTHING IS PROTECTED."})
    void theLastLineTellsTheProfile(String profile, String last) {
        Path other = folder.resolve(profile);
        Ended result = place.command("export", "--to", other.toString(), "--set", "privacy.profile=" + profile);
        assertThat(result.code()).isZero();
        assertThat(result.out()).endsWith("\n" + last + "\n");
        assertThat(result.err().contains("nothing in " + other + " is protected"))
                .isEqualTo(profile.equals("none"));
        assertThat(exported(other).text("disclosure-statement.md").contains("Nothing is protected"))
                .isEqualTo(profile.equals("none"));
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAsItIs() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Path precious = Files.writeString(full.resolve("precious.txt"), "mine");
        for (Path taken : List.of(full, precious)) {
            assertThat(place.command("export", "--to", taken.toString()))
                    .isEqualTo(
                            new Ended(
                                    2,
                                    "",
                                    "Error: Cannot export to " + taken
                                            + ": it is there already and not an empty folder; empty it or give another --to.\n"));
        }
        assertThat(full).isDirectoryContaining("glob:**/precious.txt");
        assertThat(Files.readString(precious)).isEqualTo("mine");
    }

    @Test
    void aMonthOutsideTheStoreLeavesNothingBehind() {
        Path nothing = folder.resolve("nothing");
        assertThat(place.command("export", "--to", nothing.toString(), "--month", "2031-01"))
                .isEqualTo(new Ended(
                        2, "", "Error: There are no sessions in 2031-01: the store holds 2023-02 to 2024-06.\n"));
        assertThat(folder).isDirectoryNotContaining("glob:**/*nothing*");
    }

    @Test
    void whereToMustBeSaid() {
        assertThat(place.command("export").code()).isEqualTo(2);
    }

    private Place exported(Path where) {
        return place.withReports(where);
    }

    private static List<CSVRecord> csv(Path where, String table) throws IOException {
        try (var records = CSV.parse(Files.newBufferedReader(where.resolve("tables/" + table + ".csv")))) {
            return records.getRecords();
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(row.isNullAt(i) ? "" : String.valueOf(row.get(i)));
        }
        return texts;
    }

    /** As the types of the columns write them; a defused text has an apostrophe that only CSV needs. */
    private static List<String> texts(CSVRecord record, StructField[] fields) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            String text = record.get(fields[i].name());
            boolean isNumber = fields[i].dataType().catalogString().equals("double") && !text.isEmpty();
            texts.add(isNumber ? String.valueOf(Double.parseDouble(text)) : text);
        }
        return texts;
    }
}
