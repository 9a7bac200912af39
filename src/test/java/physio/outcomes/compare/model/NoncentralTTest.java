package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import org.apache.commons.csv.CSVRecord;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.ReferenceFiles;

class NoncentralTTest {
    private static double cdf(CSVRecord row) {
        return NoncentralT.cdf(number(row, "t"), number(row, "df"), number(row, "ncp"));
    }

    @Test
    void agreesWithTheSeriesOfR() {
        assertThat(ReferenceFiles.reference("noncentral-t"))
                .hasSize(124)
                .allSatisfy(row -> assertThat(cdf(row)).isCloseTo(number(row, "p"), within(1e-11)));
    }

    @Test
    void keepsItsDigitsInTheTails() {
        assertThat(ReferenceFiles.reference("noncentral-t"))
                .allSatisfy(row -> assertThat(cdf(row)).isCloseTo(number(row, "quadrature"), withinPercentage(1e-6)));
    }

    @Test
    void isStudentsTWithoutNoncentrality() {
        for (double t : new double[] {-30, -2, -0.1, 0.7, 4}) {
            assertThat(NoncentralT.cdf(t, 7, 0))
                    .isCloseTo(TDistribution.of(7).cumulativeProbability(t), withinPercentage(1e-9));
        }
    }

    @Test
    void isNormalAtZeroAndNearlySoForManyDegrees() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        assertThat(NoncentralT.cdf(0, 5, 3)).isCloseTo(normal.cumulativeProbability(-3), withinPercentage(1e-10));
        assertThat(NoncentralT.cdf(50, 1e9, 52)).isCloseTo(normal.cumulativeProbability(-2), within(1e-6));
    }

    @Test
    void splitsOneBetweenItsTails() {
        assertThat(NoncentralT.cdf(2.5, 12, 1.5) + NoncentralT.survival(2.5, 12, 1.5))
                .isCloseTo(1, within(1e-13));
    }

    @Test
    void findsTheNoncentralityOfAProbability() {
        for (double probability : new double[] {0.001, 0.025, 0.5, 0.975, 0.999}) {
            double found = NoncentralT.noncentrality(8.6, 89, probability);
            assertThat(NoncentralT.cdf(8.6, 89, found)).isCloseTo(probability, within(1e-13));
        }
        assertThat(NoncentralT.noncentrality(0, 4, 0.025)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(NoncentralT.noncentrality(-200, 3, 0.025))
                .isCloseTo(-NoncentralT.noncentrality(200, 3, 0.975), within(1e-9));
    }

    @Test
    void refusesLessThanOneDegree() {
        assertThatThrownBy(() -> NoncentralT.cdf(1, 0.5, 0))
                .hasMessage("Invalid degrees of freedom: 0.5 (must be at least 1)");
    }
}
