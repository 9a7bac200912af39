package physio.outcomes.compare.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;

/** What a thousand simulated studies said, and a few of them once more. */
class CoverageTest {
    private static final int FEW = 20;

    /** 99.9% of normal Monte Carlo errors. */
    private static final double FAR = 3.3;

    @Test
    void adjustedEstimatesAreUnbiased() {
        assertThat(adjusted())
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.biasInErrors()).isBetween(-FAR, FAR));
    }

    /** METHODS 8: 99.9% of shares of 1,000 where each study covers with 95%. */
    @Test
    void theirIntervalsCoverTheTruthAsOftenAsTheySay() {
        assertThat(adjusted()).hasSize(8).allSatisfy(row -> {
            assertThat(row.studies()).isEqualTo(1000);
            assertThat(row.coverage()).isBetween(0.926, 0.971);
        });
    }

    /** Or else the studies would tell nothing about adjustment: crude intervals miss at least twice as often as they say. */
    @Test
    void crudeEstimatesAreConfounded() {
        assertThat(rows("crude")).hasSize(2).allSatisfy(row -> {
            assertThat(Math.abs(row.biasInErrors())).isGreaterThan(5);
            assertThat(row.coverage()).isLessThan(0.9);
        });
    }

    @Test
    void modelsWithoutWeightsRefuseNoStudy() {
        assertThat(recorded())
                .filteredOn(row -> !row.model().equals("overlap"))
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.refused()).isZero());
    }

    /**
     * The arms are refused that still differ in a clinic's share by 0.25 standard deviations. Here that is chance: with some 230
     * effective patients an arm the difference has the error √(2/230), of which 0.25 is 2.7, and there are eight clinics.
     */
    @Test
    void weightedContrastsRefuseNoMoreStudiesThanChanceExplains() {
        assertThat(rows("overlap"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.refused()).isLessThan(80));
    }

    @Test
    @ExtendWith(SparkTest.class)
    void twentyStudiesComeOutAsRecorded(SparkSession spark) throws IOException {
        new CoverageFile("coverage-few").assertHolds(Coverage.of(spark, FEW));
    }

    private static List<CoverageRow> recorded() {
        return new CoverageFile("coverage").rows();
    }

    private static List<CoverageRow> adjusted() {
        return recorded().stream().filter(row -> !row.model().equals("crude")).toList();
    }

    private static List<CoverageRow> rows(String model) {
        return recorded().stream().filter(row -> row.model().equals(model)).toList();
    }
}
