package physio.outcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Rows;

/** What must not change a comparison, or only its sign. */
@ExtendWith(SparkTest.class)
class ComparisonInvarianceTest {
    private final SparkSession spark;

    ComparisonInvarianceTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void isTheSameToTheLastBitHoweverRowsLie() {
        Trial trial = Trial.of(Trial.confounded(80, 3)).caseMix("age_band", "sex");
        Comparison expected =
                trial.compared(ChangeRow.sessions(spark, trial.rows()).repartition(1));
        List<ChangeRow> shuffled = new ArrayList<>(trial.rows());
        Collections.shuffle(shuffled, new Random(3));
        Dataset<Row> spread = ChangeRow.sessions(spark, shuffled).repartition(7);
        assertThat(trial.compared(spread)).isEqualTo(expected);
        assertThat(expected.table("technique_comparison").rows()).hasSize(12);
    }

    @Test
    void swappingThePolarityMirrorsEstimatesAndKeepsErrors() {
        List<ChangeRow> rows = Trial.confounded(60, 2);
        ResultTable lower = Trial.of(rows).caseMix("sex").compared(spark).table("technique_comparison");
        ResultTable higher = Trial.of(rows, "range: [0, 100], step: 1, better: higher")
                .caseMix("sex")
                .compared(spark)
                .table("technique_comparison");
        for (String key : List.of("crude b", "crude c", "ancova b", "ancova c")) {
            assertThat(number(higher, key, "estimate")).as(key).isEqualTo(-number(lower, key, "estimate"));
            assertThat(number(higher, key, "std_error")).as(key).isEqualTo(number(lower, key, "std_error"));
            assertThat(number(higher, key, "p_value")).as(key).isEqualTo(number(lower, key, "p_value"));
        }
        assertThat(number(higher, "hedges_g b", "estimate")).isEqualTo(-number(lower, "hedges_g b", "estimate"));
        assertThat(number(higher, "ancova c", "ci_low")).isEqualTo(-number(lower, "ancova c", "ci_high"));
    }

    private static double number(ResultTable outcomes, String modelAndTechnique, String column) {
        return Rows.number(outcomes, Rows.row(outcomes, "pain episode " + modelAndTechnique + " a"), column);
    }
}
