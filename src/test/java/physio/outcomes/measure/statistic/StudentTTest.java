package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import org.junit.jupiter.api.Test;

class StudentTTest {
    private static final double TEN_DIGITS = 1e-8;

    @Test
    void keepsTheDigitsOfSmallP() {
        assertThat(ReferenceFiles.reference("student-t"))
                .hasSize(36)
                .allSatisfy(row -> assertThat(StudentT.twoSidedP(-number(row, "t"), 1, number(row, "df"))
                                .orElseThrow())
                        .isCloseTo(number(row, "p"), withinPercentage(TEN_DIGITS)));
    }

    @Test
    void reachesAsFarAsTheQuantileOfR() {
        assertThat(ReferenceFiles.reference("student-t"))
                .allSatisfy(row -> assertThat(
                                StudentT.interval(0, 1, number(row, "df")).high())
                        .isCloseTo(number(row, "quantile"), withinPercentage(TEN_DIGITS)));
    }

    /** t of 0.975 with 2 degrees of freedom is 4.302653 in every table. */
    @Test
    void isCentredOnTheEstimate() {
        Interval interval = StudentT.interval(10, 2, 2);
        assertThat(interval.low()).isCloseTo(10 - 2 * 4.302653, within(1e-6));
        assertThat(interval.high()).isCloseTo(10 + 2 * 4.302653, within(1e-6));
    }

    @Test
    void hasNoPWithoutAStandardError() {
        assertThat(StudentT.twoSidedP(0, 0, 5)).isEmpty();
        assertThat(StudentT.interval(3, 0, 5)).isEqualTo(new Interval(3, 3));
    }
}
