package physio.outcomes.compare;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Rows;

/** Designs that models stumble over: many levels, one level, separation, arms without anything in common. */
@ExtendWith(SparkTest.class)
class HardCasesTest {
    private final SparkSession spark;

    HardCasesTest(SparkSession spark) {
        this.spark = spark;
    }

    /** Ten ages, and a sex that nobody gave: its one level has no column. */
    @Test
    void takesFactorsOfManyLevelsAndOfOne() {
        List<ChangeRow> rows = new ArrayList<>();
        for (ChangeRow row : Trial.confounded(200, 1)) {
            rows.add(new ChangeRow(
                    row.patient(),
                    row.clinic(),
                    row.technique(),
                    row.baseline(),
                    row.followUp(),
                    null,
                    row.patient() % 10 + "0-" + row.patient() % 10 + "9"));
        }
        Comparison comparison = Trial.of(rows).caseMix("age_band", "sex").compared(spark);
        assertThat(comparison.table("model_terms").rows().stream()
                        .filter(row -> row.key().get(2).equals("ancova"))
                        .map(row -> row.key().get(3)))
                .hasSize(1 + 2 + 1 + 9)
                .noneMatch(term -> term.startsWith("sex"));
        for (String model : List.of("ancova b", "mixed_clinic b", "overlap b")) {
            assertThat(number(comparison.table("technique_comparison"), model, "estimate"))
                    .as(model)
                    .isFinite();
        }
    }

    /** One age got one technique alone: its rows weigh nothing, and the note counts them. */
    @Test
    void takesOutWhatPredictsATechniquePerfectly() {
        List<ChangeRow> rows = new ArrayList<>();
        Trial.confounded(150, 1).forEach(row -> rows.add(row.clinic("C1")));
        for (int i = 0; i < 7; i++) {
            rows.add(new ChangeRow(1000 + i, "C1", "a", 40 + i, 30, "female", "90+"));
        }
        Comparison comparison = Trial.of(rows).caseMix("age_band").compared(spark);
        assertThat(note(comparison, "overlap b"))
                .isEqualTo("rows without weight: their case mix got one of the two techniques alone");
        assertThat(Rows.number(
                        comparison.table("overlap"),
                        Rows.row(comparison.table("overlap"), "pain episode b a"),
                        "rows_removed"))
                .isEqualTo(7);
        assertThat(number(comparison.table("technique_comparison"), "overlap b", "estimate"))
                .isFinite();
    }

    /** Nobody with c started low, so no weights make c and a alike; what the rows do not hold is not compared. */
    @Test
    void doesNotWeighArmsThatBaselineTellsApart() {
        List<ChangeRow> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(ChangeRow.of(i, i % 2 == 0 ? "a" : "c", i % 2 == 0 ? 30 + i % 9 : 70 + i % 9, 25 + i % 7));
        }
        Comparison comparison = Trial.of(rows).compared(spark);
        assertThat(note(comparison, "overlap c")).startsWith("not comparable");
        assertThat(number(comparison.table("technique_comparison"), "overlap c", "estimate"))
                .isNaN();
        assertThat(number(comparison.table("technique_comparison"), "ancova c", "estimate"))
                .isFinite();
    }

    /** Episodes are no visits: what visits are called, or that none is called 1, changes nothing between clinics. */
    @Test
    void fitsClinicsWhateverVisitsAreCalled() {
        Trial trial = Trial.of(Trial.confounded(120, 1)).caseMix("age_band", "sex");
        Dataset<Row> sessions = ChangeRow.sessions(spark, trial.rows());
        Comparison unlabelled = trial.compared(sessions);
        Comparison labelled = trial.compared(sessions.withColumn("visit", lit("1")));
        assertThat(mixedClinic(unlabelled)).isEqualTo(mixedClinic(labelled)).hasSize(2);
        assertThat(number(unlabelled.table("technique_comparison"), "mixed_clinic b", "estimate"))
                .isFinite();
    }

    private static List<ResultRow> mixedClinic(Comparison comparison) {
        return comparison.table("technique_comparison").rows().stream()
                .filter(row -> row.key().get(2).equals("mixed_clinic"))
                .toList();
    }

    /** Everybody came once: there are baselines, and nothing to compare. */
    @Test
    void takesSessionsWithoutAnyFollowUp() {
        Trial trial = Trial.of(Trial.confounded(60, 1)).caseMix("sex");
        Dataset<Row> first = ChangeRow.sessions(spark, trial.rows()).where("session_date = DATE '2024-01-01'");
        Comparison comparison = trial.compared(first);
        assertThat(comparison.table("technique_comparison").rows()).isEmpty();
        assertThat(Rows.number(
                        comparison.table("flow"),
                        Rows.row(comparison.table("flow"), "pain with_baseline"),
                        "n_patients"))
                .isEqualTo(60);
    }

    private static double number(ResultTable outcomes, String modelAndTechnique, String column) {
        return Rows.number(outcomes, Rows.row(outcomes, "pain episode " + modelAndTechnique + " a"), column);
    }

    private static String note(Comparison comparison, String modelAndTechnique) {
        ResultTable outcomes = comparison.table("technique_comparison");
        return ((Text) Rows.figure(outcomes, Rows.row(outcomes, "pain episode " + modelAndTechnique + " a"), "note"))
                .value();
    }
}
