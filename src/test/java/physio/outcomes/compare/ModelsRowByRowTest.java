package physio.outcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Rows;

/** Models from sums over patterns against the same models from the rows themselves. */
@ExtendWith(SparkTest.class)
class ModelsRowByRowTest {
    private static final Function<ChangeRow, Object> PATIENT = ChangeRow::patient;

    /** Intercept, b, c, baseline, 40-49, male, missing. */
    private static final int COLUMNS = 7;

    private final SparkSession spark;

    ModelsRowByRowTest(SparkSession spark) {
        this.spark = spark;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void agreeWithErrorsClusteredByPatient(int rowsEach) {
        Trial trial = Trial.of(Trial.confounded(60, rowsEach)).caseMix("age_band", "sex");
        assertAgrees(trial, PATIENT, 1);
    }

    @Test
    void agreeWithErrorsClusteredByClinic() {
        Trial trial =
                Trial.of(Trial.confounded(60, 2)).caseMix("age_band", "sex").byClinic();
        assertAgrees(trial, ChangeRow::clinic, 1);
    }

    /** Scores lie in whole steps; coefficients, but for the slope, come out in the unit. */
    @Test
    void agreeInTheUnitOfAContinuousMeasureWhereHigherIsBetter() {
        Trial trial = Trial.of(Trial.confounded(60, 2), "range: [0, 1], resolution: 0.001, better: higher")
                .caseMix("age_band", "sex");
        assertAgrees(trial, PATIENT, 0.001);
    }

    private void assertAgrees(Trial trial, Function<ChangeRow, Object> cluster, double step) {
        Comparison comparison = trial.compared(spark);
        RowByRow crude = new RowByRow();
        RowByRow ancova = new RowByRow();
        for (ChangeRow row : trial.rows()) {
            double b = row.technique().equals("b") ? 1 : 0;
            double c = row.technique().equals("c") ? 1 : 0;
            double older = row.ageBand().equals("40-49") ? 1 : 0;
            double male = "male".equals(row.sex()) ? 1 : 0;
            double missing = row.sex() == null ? 1 : 0;
            crude.add(cluster.apply(row), row.improvement(trial.polarity()) * step, 1, b, c);
            ancova.add(cluster.apply(row), row.followUp() * step, 1, b, c, row.baseline() * step, older, male, missing);
        }
        assertTerms(comparison, "crude", crude, List.of("(Intercept)", "techniqueb", "techniquec"));
        assertTerms(
                comparison,
                "ancova",
                ancova,
                List.of(
                        "(Intercept)",
                        "techniqueb",
                        "techniquec",
                        "baseline",
                        "age_band40-49",
                        "sexmale",
                        "sexmissing"));
        assertContrast(comparison, "crude b", crude, 1, unit(3, 1));
        assertContrast(comparison, "crude c", crude, 1, unit(3, 2));
        assertContrast(comparison, "ancova b", ancova, trial.polarity(), unit(COLUMNS, 1));
        assertContrast(comparison, "ancova c", ancova, trial.polarity(), unit(COLUMNS, 2));
        for (String technique : List.of("a", "b", "c")) {
            assertAdjustedMean(comparison.table("adjusted_means"), technique, ancova);
        }
    }

    private static void assertTerms(Comparison comparison, String model, RowByRow rows, List<String> terms) {
        assertThat(comparison.table("model_terms").rows().stream()
                        .filter(row -> row.key().get(2).equals(model))
                        .map(row -> row.key().get(3)))
                .containsExactlyElementsOf(terms);
        for (int i = 0; i < terms.size(); i++) {
            String key = "pain episode " + model + " " + terms.get(i);
            double[] weights = unit(terms.size(), i);
            assertFigure(comparison.table("model_terms"), key, "estimate", rows.estimate(weights));
            assertFigure(comparison.table("model_terms"), key, "std_error", rows.standardError(weights));
        }
    }

    private static void assertContrast(
            Comparison comparison, String modelAndTechnique, RowByRow rows, int sign, double[] weights) {
        String key = "pain episode " + modelAndTechnique + " a";
        assertFigure(comparison.table("technique_comparison"), key, "estimate", sign * rows.estimate(weights));
        assertFigure(comparison.table("technique_comparison"), key, "std_error", rows.standardError(weights));
    }

    /** At the mean of all rows' baseline and dummies, as emmeans weights proportionally. */
    private static void assertAdjustedMean(ResultTable table, String technique, RowByRow rows) {
        double[] weights = rows.columnMeans();
        weights[1] = technique.equals("b") ? 1 : 0;
        weights[2] = technique.equals("c") ? 1 : 0;
        String key = "pain episode " + technique;
        assertFigure(table, key, "follow_up_adjusted_mean", rows.estimate(weights));
        assertFigure(table, key, "std_error", rows.standardError(weights));
    }

    private static void assertFigure(ResultTable table, String key, String column, double expected) {
        assertThat(Rows.number(table, Rows.row(table, key), column))
                .as(key + " " + column)
                .isCloseTo(expected, withinPercentage(1e-6));
    }

    private static double[] unit(int size, int at) {
        double[] weights = new double[size];
        Arrays.fill(weights, at, at + 1, 1);
        return weights;
    }
}
