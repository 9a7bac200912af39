package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.ingest.simulate.SimulationPlan;
import physio.outcomes.ingest.simulate.TrueEffects;

/** The sample data from files to reports: a comparison that finds the truth put in, and a month that comes out as checked in. */
@ExtendWith(SparkTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleReportsIT {
    private static final double CLEARLY = 0.3;
    private static final Settings SETTINGS = ReportRun.settings("", Map.of());

    private final Path folder;
    private final ReportRun month;

    SampleReportsIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark).isNotNull();
        this.folder = folder;
        ReportRun.ingest(folder, SETTINGS, Path.of("sample-data"), "");
        this.month = ReportRun.reported(folder, SETTINGS);
    }

    /** When a page is meant to change: {@code jobs/outcomes run sample-data}, look at it, then copy it to reports/example. */
    @ParameterizedTest
    @ValueSource(strings = {"index.html", "index.pdf", "clinic-C09.html", "clinic-C09.pdf"})
    void theExampleIsWhatTheSampleDataGive(String page) {
        assertThat(month.file(page)).hasSameBinaryContentAs(Path.of("reports/example/2024-06", page));
    }

    /** Else the months that are hidden would follow from the year. */
    @Test
    void theYearOfAClinicIsTheSumOfItsMonthsThatAreShown() {
        Map<String, Long> shown = new HashMap<>();
        month.table("monthly_outcomes").stream()
                .filter(row -> !row.get("clinic_id").equals("all")
                        && row.get("suppressed").equals("false")
                        && row.get("period").compareTo("2023-07") >= 0)
                .forEach(row -> shown.merge(cell(row), Long.parseLong(row.get("n_sessions")), Long::sum));
        Map<String, Long> years = new HashMap<>();
        month.table("clinic_outcomes").stream()
                .filter(row -> !row.get("clinic_id").equals("all"))
                .forEach(row -> years.put(cell(row), Long.parseLong(row.get("n_sessions"))));
        assertThat(years).isEqualTo(shown).isNotEmpty();
        assertThat(month.table("monthly_outcomes"))
                .anyMatch(row -> row.get("suppressed").equals("true"));
    }

    /** Clinic C09 slides, C10 is a little worse than most by its seed, and C12 is too small to be seen. */
    @Test
    void adjustmentLeavesTheClinicsThatTrulyGainLess() {
        ReportRun run = ReportRun.reported(folder, SETTINGS);
        Map<String, CSVRecord> pain = new TreeMap<>();
        run.table("clinic_adjusted").stream()
                .filter(row -> row.get("measure").equals("pain")
                        && row.get("suppressed").equals("false"))
                .forEach(row -> pain.put(row.get("clinic_id"), row));
        assertThat(pain).doesNotContainKey("C12").hasSize(12);
        double all = number(pain, "all", "adjusted_mean");
        assertThat(pain.keySet()).allSatisfy(clinic -> {
            double error = number(pain, clinic, "adjusted_sd") / Math.sqrt(number(pain, clinic, "n_patients"));
            assertThat(number(pain, clinic, "adjusted_mean") < all - 3.090232 * error)
                    .as(clinic)
                    .isEqualTo(List.of("C09", "C10").contains(clinic));
        });
    }

    private static double number(Map<String, CSVRecord> rows, String clinic, String column) {
        return Double.parseDouble(Objects.requireNonNull(rows.get(clinic)).get(column));
    }

    /** The same episodes, and hidden where the others are. */
    @Test
    void adjustedFiguresAreOfTheSameEpisodesAsThoseObserved() {
        ReportRun run = ReportRun.reported(folder, SETTINGS);
        assertThat(observed(run, "clinic_adjusted"))
                .isEqualTo(observed(run, "clinic_outcomes"))
                .hasSizeGreaterThan(40);
    }

    private static Map<String, List<String>> observed(ReportRun run, String table) {
        Map<String, List<String>> rows = new HashMap<>();
        run.table(table).stream()
                .filter(row -> row.get("window").equals("episode"))
                .forEach(row -> rows.put(
                        cell(row) + row.get("period"),
                        List.of(
                                row.get("n_episodes"),
                                row.get("n_patients"),
                                row.get("improvement_mean"),
                                row.get("suppressed"))));
        return rows;
    }

    private static String cell(CSVRecord row) {
        return row.get("clinic_id") + " " + row.get("measure") + " " + row.get("window");
    }

    /** Who is worse off gets another technique, on purpose. */
    @Test
    void adjustedDifferencesOrderTechniquesRightlyWhereCrudeOnesDoNot() {
        ReportRun run = ReportRun.compared(folder, SETTINGS);
        assertThat(misordered(run, "ancova")).isEmpty();
        assertThat(misordered(run, "crude")).isNotEmpty();
        assertThat(run.page()).contains("Techniques compared").doesNotContain("Not protected");
    }

    /** Pairs of techniques whose true effects on pain differ clearly and whose estimates say the opposite. */
    private static List<String> misordered(ReportRun run, String model) {
        Map<String, Double> estimates = new HashMap<>(Map.of("effleurage", 0.0));
        run.table("technique_comparison").stream()
                .filter(row -> row.get("measure").equals("pain")
                        && row.get("window").equals("episode")
                        && row.get("model").equals(model)
                        && TrueEffects.techniques().contains(row.get("technique")))
                .forEach(row -> estimates.put(row.get("technique"), Double.parseDouble(row.get("estimate"))));
        assertThat(estimates).containsOnlyKeys(TrueEffects.techniques());
        TrueEffects truth = TrueEffects.of(SimulationPlan.sample());
        List<String> misordered = new ArrayList<>();
        estimates.forEach((better, of) -> estimates.forEach((worse, than) -> {
            double difference = truth.improvement(better, "pain") - truth.improvement(worse, "pain");
            if (difference >= CLEARLY && of <= than) {
                misordered.add(better + " over " + worse);
            }
        }));
        return misordered;
    }
}
