package physio.outcomes.measure;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;

@ExtendWith(SparkTest.class)
class ThresholdsTest {
    private static final String GRID = ", range: [0, 100], step: 1, better: lower, mcid: ";
    private static final String TENTHS = ", range: [0, 100], resolution: 0.1, better: lower, mcid: ";

    private final SparkSession spark;

    ThresholdsTest(SparkSession spark) {
        this.spark = spark;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {absolute: 2}   | 50 | 2
            {absolute: 2.1} | 50 | 3
            {absolute: 0.1} | 50 | 1
            {percent: 30}   | 10 | 3
            {percent: 30}   | 11 | 4
            {percent: 30}   | 0  | 1
            """)
    void isTheNextWholeStepAndAtLeastOne(String mcid, int baseline, int steps) {
        assertThat(steps(Sessions.measure("pain", "visit", GRID + mcid), baseline))
                .isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "4, 1", "5, 2", "7, 2", "8, 3", "100, 3"})
    void isThatOfTheFirstBandUpToTheBaselineAndTheLastCoversTheRest(int baseline, int steps) {
        Measure banded = Sessions.measure(
                "pain", "visit", GRID + "{bands: [{up_to: 4, value: 1}, {up_to: 7, value: 2}, {up_to: 10, value: 3}]}");
        assertThat(steps(banded, baseline)).isEqualTo(steps);
    }

    @Test
    void isInStepsOfTheMeasure() {
        assertThat(steps(Sessions.measure("angle", "visit", TENTHS + "{absolute: 1.5}"), 500))
                .isEqualTo(15);
        assertThat(steps(
                        Sessions.measure(
                                "angle", "visit", TENTHS + "{bands: [{up_to: 4, value: 1}, {up_to: 9, value: 2}]}"),
                        41))
                .isEqualTo(20);
    }

    /** Baselines 10, 14 and 18 have the standard deviation 4; a follow-up alone is no baseline. */
    @Test
    void canBeAMultipleOfTheDeviationOfAllBaselines() {
        Measure sleep = Sessions.measure("sleep", "visit", GRID + "{sd: 0.6}");
        Sessions sessions = Sessions.of(spark, sleep);
        for (int patient = 1; patient <= 3; patient++) {
            sessions.on("2024-01-01").patient(patient).with("sleep_score", 6 + 4 * patient);
            sessions.on("2024-01-08").patient(patient).with("sleep_score", 90);
        }
        Thresholds thresholds = Thresholds.of(sessions.episodes(), List.of(sleep));
        assertThat(thresholds.common(sleep)).isEqualTo(OptionalDouble.of(3));
        assertThat(Rows.of(
                        sessions.episodes()
                                .select(thresholds
                                        .steps(sleep, col("sleep_baseline"))
                                        .as("steps"))
                                .distinct(),
                        "steps"))
                .containsExactly("3");
    }

    @Test
    void isTheSameForEverybodyOnlyWhereItDoesNotDependOnTheBaseline() {
        Thresholds thresholds = Thresholds.of(spark.emptyDataFrame(), List.of());
        assertThat(thresholds.common(Sessions.measure("angle", "visit", TENTHS + "{absolute: 1.55}")))
                .isEqualTo(OptionalDouble.of(1.6));
        assertThat(thresholds.common(Sessions.measure("pain", "visit", GRID + "{percent: 30}")))
                .isEmpty();
    }

    private int steps(Measure measure, int baseline) {
        Thresholds thresholds = Thresholds.of(spark.emptyDataFrame(), List.of(measure));
        return spark.range(1)
                .selectExpr(baseline + " as baseline")
                .select(thresholds.steps(measure, col("baseline")))
                .first()
                .getInt(0);
    }
}
