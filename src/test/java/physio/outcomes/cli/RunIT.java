package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.SparkTest;
import physio.outcomes.store.Store;

/** A simulated folder taken in once, and what the reports of it promise. No test here changes the store. */
@ExtendWith(SparkTest.class)
@TestInstance(Lifecycle.PER_CLASS)
class RunIT {
    private static final Pattern IDS = Pattern.compile("\\b[SPET]\\d{3,}\\b");
    private static final List<String> MONTHLY_TABLES = List.of(
            ("activity clinic_adjusted clinic_outcomes closed_episodes dictionary monthly_outcomes participation quarantine"
                            + " region_outcomes safety session_intervals technique_outcomes trajectories")
                    .split(" ", -1));
    private static final List<String> COMPARISON_TABLES =
            List.of(("adjusted_means attendance balance change_distribution characteristics dictionary dose_response"
                            + " dose_trend e_values flow heterogeneity heterogeneity_units model_terms overlap records"
                            + " recurrence recurrence_test responders sensitivity technique_comparison"
                            + " technique_outcomes trajectories")
                    .split(" ", -1));

    private final Path folder;
    private final Place place;
    private final Ended simulated;
    private final Ended first;

    /** Asks for the session of the tests, so that commands use it and need not start their own. */
    RunIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.folder = folder;
        this.place = Place.in(folder);
        this.simulated = Ended.of(
                "simulate",
                "--sessions",
                "1500",
                "--seed",
                "5",
                "--out",
                place.inbox().toString());
        this.first = place.take("run");
    }

    @Test
    void simulateSaysWhatItWrote() {
        assertThat(simulated)
                .isEqualTo(new Ended(
                        0, "1,500 sessions in " + place.inbox() + "; the true effects are in its README.md.\n", ""));
    }

    @Test
    void runAccountsForEveryRecordAndSaysWhereTheReportsAre() {
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .isEqualTo("Run 1 took in 18 files:"
                        + " 1,500 records = 1,500 stored + 0 quarantined + 0 duplicates + 0 filtered.\n"
                        + "Monthly report: " + place.reports().resolve("2024-06/index.html") + "\n"
                        + "Comparison: " + place.reports().resolve("compare-default/index.html") + "\n");
    }

    @Test
    void noOutputHoldsAnIdOfARecord() throws IOException {
        assertThat(IDS.matcher(Files.readString(place.inbox().resolve("sessions-2024-06.csv")))
                        .results())
                .as("ids in the input")
                .hasSizeGreaterThan(100);
        assertThat(IDS.matcher(first.out() + first.err()).results()).isEmpty();
        assertThat(IDS.matcher(place.take("check").out()).results()).isEmpty();
        place.texts()
                .forEach((name, text) -> assertThat(
                                IDS.matcher(withoutStyle(text)).results())
                        .as(name)
                        .isEmpty());
    }

    @Test
    void theReportsHoldTheFilesThatTheDesignNames() {
        TreeSet<String> expected = new TreeSet<>(List.of("index.html"));
        for (String report : List.of("2024-06", "compare-default")) {
            Stream.of("index.html", "results.json", "run.json").forEach(file -> expected.add(report + "/" + file));
        }
        MONTHLY_TABLES.forEach(table -> expected.add("2024-06/tables/" + table + ".csv"));
        COMPARISON_TABLES.forEach(table -> expected.add("compare-default/tables/" + table + ".csv"));
        clinicsOfTheMonth().forEach(clinic -> expected.add("2024-06/clinic-" + clinic + ".html"));
        List.copyOf(expected).stream()
                .filter(file -> file.contains("/") && file.endsWith(".html"))
                .forEach(page -> expected.add(page.replace(".html", ".pdf")));
        assertThat(clinicsOfTheMonth()).hasSizeGreaterThan(5);
        assertThat(place.files()).containsOnlyKeys(expected);
    }

    @Test
    void theIndexLeadsToBothReports() {
        assertThat(Jsoup.parse(place.text("index.html")).select("a[href$=.html]"))
                .extracting(link -> link.attr("href"))
                .containsExactly("2024-06/index.html", "compare-default/index.html");
    }

    @Test
    void theStoreRecordsTheRun() {
        assertThat(place.store().resolve("runs")).isDirectoryNotContaining("glob:**/000002.json");
        assertThat(place.store().resolve("runs/000001.json"))
                .content()
                .contains("\"run\" : 1", "\"name\" : \"sessions-2023-01.csv\"", "\"sha256\" : \"", "\"parsed\" : 26");
    }

    @Test
    void aSecondRunFindsNothingNewAndRendersNothing() throws IOException {
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Path page = place.reports().resolve("2024-06/index.html");
        Path comparison = place.reports().resolve("compare-default/index.html");
        Files.setLastModifiedTime(page, longAgo);
        Files.setLastModifiedTime(comparison, longAgo);
        Ended second = place.take("run");
        assertThat(second.code()).isZero();
        assertThat(second.out())
                .isEqualTo("Nothing new: the store has all 18 files already.\nMonthly report, unchanged: " + page
                        + "\nComparison, unchanged: " + comparison + "\n");
        assertThat(Files.getLastModifiedTime(page)).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(comparison)).isEqualTo(longAgo);
        assertThat(place.store().resolve("runs/000002.json")).doesNotExist();
    }

    @Test
    void renderingAgainGivesTheSameBytes() throws IOException {
        Map<String, String> before = place.results();
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Path page = place.reports().resolve("2024-06/index.html");
        Files.setLastModifiedTime(page, longAgo);
        assertThat(place.command("report", "--force").out()).isEqualTo("Monthly report: " + page + "\n");
        assertThat(place.command("compare", "--force").code()).isZero();
        assertThat(Files.getLastModifiedTime(page)).isGreaterThan(longAgo);
        assertSame(place.results(), before);
    }

    /** Another store has another key, so that no order of rows or of sums may hang on keys. */
    @Test
    void anotherStoreOfTheSameFilesGivesTheSameBytes() throws IOException {
        Place other = place.withStore(folder.resolve("other store")).withReports(folder.resolve("other reports"));
        assertThat(other.take("run").code()).isZero();
        assertThat(Files.readString(other.store().resolve("key")))
                .isNotEqualTo(Files.readString(place.store().resolve("key")));
        assertSame(other.results(), place.results());
    }

    @ParameterizedTest
    @CsvSource({"none, true", "public, false"})
    void everyPageOfUnprotectedFiguresSaysSoInRed(String profile, boolean isWarned) {
        Place other = place.withReports(folder.resolve(profile));
        assertThat(other.command("report", "--set", "privacy.profile=" + profile)
                        .code())
                .isZero();
        assertThat(other.command("compare", "--set", "privacy.profile=" + profile)
                        .code())
                .isZero();
        List<Document> pages = pages(other);
        assertThat(pages).hasSize(pages(place).size());
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.select("p.warning[role=alert]"))
                        .as(page.title())
                        .hasSize(isWarned ? 1 : 0));
        assertThat(other.text("2024-06/tables/technique_outcomes.csv").contains(",true\n"))
                .as("hides something")
                .isEqualTo(!isWarned);
    }

    @Test
    void statusSaysWhatTheStoreHolds() {
        Ended status = place.command("status");
        assertThat(status.code()).isZero();
        assertThat(status.out().lines())
                .startsWith(
                        place.store() + ": 18 deliveries in force of 18, last run 1",
                        "sessions from 2023-01-02 to 2024-06-29",
                        "1,500 records = 1,500 stored + 0 quarantined + 0 duplicates + 0 filtered",
                        "     1  default  sessions-2023-01.csv: 26 stored, 0 quarantined")
                .hasSize(3 + 18);
    }

    @Test
    void aMonthOutsideTheStoreIsAMistakeThatNamesThoseThereAre() {
        assertThat(place.command("report", "--month", "2024-07"))
                .isEqualTo(new Ended(
                        2, "", "Error: There are no sessions in 2024-07: the store holds 2023-01 to 2024-06.\n"));
        assertThat(place.reports().resolve("2024-07")).doesNotExist();
    }

    @Test
    void aStoreThatAnotherRunHoldsIsLeftAlone() {
        try (Store held = Store.forWriting(place.store(), Optional.empty(), false, Clock.systemUTC())) {
            Ended ended = place.take("ingest");
            assertThat(ended.code()).isEqualTo(75);
            assertThat(ended.err())
                    .contains("Error: Another run holds the store " + place.store() + " (process ")
                    .endsWith("): wait for it to end, or give --wait.\n");
            assertThat(held.state().lastRun()).isEqualTo(1);
        }
    }

    private List<String> clinicsOfTheMonth() {
        return place.text("2024-06/tables/activity.csv")
                .lines()
                .filter(line -> line.contains("2024-06"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .filter(clinic -> clinic.startsWith("C"))
                .distinct()
                .toList();
    }

    private static List<Document> pages(Place place) {
        return place.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".html") && file.getKey().contains("/"))
                .map(file -> Jsoup.parse(file.getValue()))
                .toList();
    }

    private static String withoutStyle(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "");
    }

    private static void assertSame(Map<String, String> files, Map<String, String> expected) {
        assertThat(files).containsOnlyKeys(expected.keySet());
        assertThat(expected.keySet())
                .allSatisfy(file -> assertThat(files.get(file)).as(file).isEqualTo(expected.get(file)));
    }
}
