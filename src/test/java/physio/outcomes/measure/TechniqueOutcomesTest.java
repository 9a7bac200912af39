package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** The figures of cells, from sessions of one patient each unless said otherwise. */
@ExtendWith(SparkTest.class)
class TechniqueOutcomesTest {
    private static final Measure PAIN = Sessions.pain();
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);

    private final SparkSession spark;

    TechniqueOutcomesTest(SparkSession spark) {
        this.spark = spark;
    }

    /** Changes −4, −1, 0 and 1 of dtm in clinic C1. */
    private Sessions four() {
        return Sessions.of(spark, PAIN)
                .on("2024-01-01")
                .patient(1)
                .pain(8, 4)
                .on("2024-01-02")
                .patient(2)
                .pain(6, 5)
                .on("2024-01-03")
                .patient(3)
                .pain(4, 4)
                .on("2024-01-04")
                .patient(4)
                .pain(6, 7);
    }

    @Test
    void everyFigureOfAHandWorkedCell() {
        ResultTable table = table(four());
        ResultRow row = row(table, "C1", "dtm");
        assertThat(row.patients()).isEqualTo(4);
        Map.ofEntries(
                        Map.entry("n_sessions", 4.0),
                        Map.entry("n_episodes", 4.0),
                        Map.entry("n_patients", 4.0),
                        Map.entry("baseline_mean", 6.0),
                        Map.entry("baseline_sd", Math.sqrt(8 / 3.0)),
                        Map.entry("follow_up_mean", 5.0),
                        Map.entry("follow_up_sd", Math.sqrt(6 / 3.0)),
                        Map.entry("change_mean", -1.0),
                        Map.entry("change_sd", Math.sqrt(14 / 3.0)),
                        Map.entry("change_se", Math.sqrt(14 / 12.0)),
                        Map.entry("change_ci_low", -1 - 3.182446305284263 * Math.sqrt(14 / 12.0)),
                        Map.entry("change_ci_high", -1 + 3.182446305284263 * Math.sqrt(14 / 12.0)),
                        Map.entry("improvement_mean", 1.0),
                        Map.entry("change_median", -0.5),
                        Map.entry("change_q1", -1.75),
                        Map.entry("change_q3", 0.25),
                        Map.entry("hodges_lehmann", -0.75),
                        Map.entry("srm", 1 / Math.sqrt(14 / 3.0)),
                        Map.entry("effect_size", 1 / Math.sqrt(8 / 3.0)),
                        Map.entry("improved", 1.0),
                        Map.entry("improved_rate", 0.25),
                        Map.entry("improved_ci_low", 0.045587),
                        Map.entry("improved_ci_high", 0.699358),
                        Map.entry("improved_n_effective", 4.0),
                        Map.entry("deteriorated", 0.0),
                        Map.entry("deteriorated_rate", 0.0))
                .forEach((column, value) -> assertThat(Rows.number(table, row, column))
                        .as(column)
                        .isCloseTo(value, within(column.contains("_ci_") ? 1e-6 : 1e-12)));
    }

    @Test
    void anImprovementOfExactlyTheThresholdCounts() {
        Sessions sessions = Sessions.of(spark, PAIN)
                .on("2024-01-01")
                .patient(1)
                .pain(8, 6)
                .on("2024-01-01")
                .patient(2)
                .pain(8, 7)
                .on("2024-01-01")
                .patient(3)
                .pain(8, 10)
                .on("2024-01-01")
                .patient(4)
                .pain(8, 9);
        ResultTable table = table(sessions);
        assertThat(Rows.figure(table, row(table, "C1", "dtm"), "improved")).isEqualTo(new Count(1));
        assertThat(Rows.figure(table, row(table, "C1", "dtm"), "deteriorated")).isEqualTo(new Count(1));
    }

    /** A patient's two sessions are one cluster: mean −2, residual sums 1 + 1 and −2: Var = 2 · (4 + 4) / 9. */
    @Test
    void rowsOfOnePatientAreOneClusterAndHaveNoRankInterval() {
        Sessions sessions = Sessions.of(spark, PAIN)
                .on("2024-01-01")
                .pain(8, 7)
                .on("2024-01-08")
                .pain(8, 7)
                .on("2024-01-01")
                .patient(2)
                .pain(8, 4);
        ResultTable table = table(sessions);
        ResultRow row = row(table, "C1", "dtm");
        assertThat(Rows.number(table, row, "n_sessions")).isEqualTo(3);
        assertThat(Rows.number(table, row, "n_episodes")).isEqualTo(2);
        assertThat(Rows.number(table, row, "n_patients")).isEqualTo(2);
        assertThat(Rows.number(table, row, "change_se")).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(Rows.figure(table, row, "hl_ci_low")).isEqualTo(Figure.BLANK);
        assertThat(Rows.figure(table, row, "hodges_lehmann")).isNotEqualTo(Figure.BLANK);
    }

    @Test
    void onePatientHasAMeanAndNoSpread() {
        ResultTable table = table(Sessions.of(spark, PAIN).on("2024-01-01").pain(8, 4));
        ResultRow row = row(table, "C1", "dtm");
        assertThat(Rows.number(table, row, "change_mean")).isEqualTo(-4);
        for (String column : List.of("baseline_sd", "change_sd", "change_se", "change_ci_low", "srm", "effect_size")) {
            assertThat(Rows.figure(table, row, column)).as(column).isEqualTo(Figure.BLANK);
        }
    }

    @Test
    void noVariationHasNoStandardisedResponse() {
        Sessions sessions = Sessions.of(spark, PAIN)
                .on("2024-01-01")
                .pain(8, 4)
                .on("2024-01-01")
                .patient(2)
                .pain(8, 4);
        ResultTable table = table(sessions);
        ResultRow row = row(table, "C1", "dtm");
        assertThat(Rows.number(table, row, "change_sd")).isEqualTo(0);
        assertThat(Rows.figure(table, row, "srm")).isEqualTo(Figure.BLANK);
        assertThat(Rows.figure(table, row, "effect_size")).isEqualTo(Figure.BLANK);
    }

    /** 1 of 1 against 0 of 1. */
    @Test
    void numbersNeededAreAgainstTheReferenceOfTheSameClinic() {
        Sessions sessions = Sessions.of(spark, PAIN)
                .on("2024-01-01")
                .pain(8, 4)
                .technique("mfr")
                .on("2024-01-01")
                .patient(2)
                .pain(8, 8);
        ResultTable table = table(sessions);
        ResultRow row = row(table, "C1", "mfr");
        assertThat(Rows.number(table, row, "risk_difference")).isEqualTo(1);
        assertThat(Rows.number(table, row, "nnt")).isEqualTo(1);
        assertThat(Rows.figure(table, row, "nnt_ci")).isInstanceOf(Text.class);
        assertThat(Rows.figure(table, row(table, "C1", "dtm"), "nnt")).isEqualTo(Figure.BLANK);
        assertThat(Rows.figure(table, row(table, "C1", "all"), "nnt")).isEqualTo(Figure.BLANK);
    }

    @Test
    void swappingThePolarityMirrorsImprovementAndLeavesChange() {
        Measure higher =
                Sessions.measure("pain", "session", ", range: [0, 100], step: 1, better: higher, mcid: {absolute: 2}");
        ResultTable lower = table(four());
        ResultTable swapped = table(four(), higher);
        ResultRow before = row(lower, "C1", "dtm");
        ResultRow after = row(swapped, "C1", "dtm");
        for (String same : List.of("change_mean", "change_sd", "change_median", "hodges_lehmann", "baseline_mean")) {
            assertThat(Rows.figure(swapped, after, same)).as(same).isEqualTo(Rows.figure(lower, before, same));
        }
        for (String mirrored : List.of("improvement_mean", "srm", "effect_size")) {
            assertThat(Rows.number(swapped, after, mirrored))
                    .as(mirrored)
                    .isEqualTo(-Rows.number(lower, before, mirrored));
        }
        assertThat(Rows.figure(swapped, after, "improved")).isEqualTo(Rows.figure(lower, before, "deteriorated"));
        assertThat(Rows.figure(swapped, after, "deteriorated")).isEqualTo(Rows.figure(lower, before, "improved"));
    }

    private static ResultTable table(Sessions sessions) {
        return table(sessions, PAIN);
    }

    private static ResultTable table(Sessions sessions, Measure measure) {
        List<Cell> cells = Sessions.outcomes(sessions.table(), List.of(measure))
                .month(JANUARY, JANUARY)
                .ofMonth();
        return TechniqueOutcomes.table("technique_outcomes", cells, Map.of("pain", measure), "dtm");
    }

    private static ResultRow row(ResultTable table, String clinic, String technique) {
        return table.rows().stream()
                .filter(row -> row.key().equals(List.of(clinic, "2024-01", "pain", "session", technique)))
                .findFirst()
                .orElseThrow();
    }
}
