package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.has;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.Cdystonia;
import physio.outcomes.measure.statistic.ReferenceFiles;

class LeastSquaresTest {
    private static final double TEN_DIGITS = 1e-8;

    /** Points (1, 2), (2, 3), (4, 7): slope 12/7, intercept 0, residuals 2/7, −3/7, 1/7. */
    @Test
    void fitsALine() {
        LeastSquares fit = LeastSquares.solve(new TestDesign("intercept", "x")
                .row(2, 1, 1)
                .row(3, 1, 2)
                .row(7, 1, 4)
                .products());
        assertThat(fit.coefficients()).containsExactly(new double[] {0, 12 / 7.0}, within(1e-15));
        assertThat(fit.residualSumOfSquares()).isCloseTo(2 / 7.0, within(1e-15));
        assertThat(fit.sigma().orElseThrow()).isCloseTo(Math.sqrt(2 / 7.0), within(1e-15));
        assertThat(fit.inverse()[1]).containsExactly(new double[] {-0.5, 3 / 14.0}, within(1e-15));
    }

    @Test
    void dropsAndNamesAliasedColumnsAsR() {
        LeastSquares fit = LeastSquares.solve(ReferenceDesign.clustered().products());
        assertThat(fit.aliased()).containsExactly("twin", "rest", "nothing");
        assertThat(fit.columns()).containsExactly("intercept", "a", "b", "baseline", "region");
        assertThat(fit.indexes()).containsExactly(0, 1, 2, 6, 7);
        assertThat(fit.rank()).isEqualTo(5);
    }

    @Test
    void agreesWithR() {
        LeastSquares fit = LeastSquares.solve(ReferenceDesign.clustered().products());
        assertThat(ReferenceFiles.reference("least-squares").stream().filter(row -> has(row, "coefficient")))
                .hasSize(5)
                .allSatisfy(row -> assertAgrees(fit, row));
    }

    private static void assertAgrees(LeastSquares fit, CSVRecord row) {
        int position = fit.position(row.get("column"));
        assertThat(fit.coefficient(row.get("column")))
                .isCloseTo(number(row, "coefficient"), withinPercentage(TEN_DIGITS));
        assertThat(fit.inverse()[position][position])
                .isCloseTo(number(row, "inverse_diagonal"), withinPercentage(TEN_DIGITS));
        assertThat(fit.residualSumOfSquares()).isCloseTo(number(row, "residual_ss"), withinPercentage(TEN_DIGITS));
        assertThat(fit.sigma().orElseThrow()).isCloseTo(number(row, "sigma"), withinPercentage(TEN_DIGITS));
    }

    /** In doubles XᵀX would be singular: x differs from 10⁹ in the last digit only. */
    @Test
    void doesNotMindIllConditionedColumns() {
        long far = 1_000_000_000;
        LeastSquares fit = LeastSquares.solve(new TestDesign("intercept", "x")
                .row(5, 1, far)
                .row(8, 1, far + 1)
                .row(11, 1, far + 2)
                .products());
        assertThat(fit.coefficients()).containsExactly(5 - 3.0 * far, 3);
    }

    @Test
    void hasNoResidualsInAPerfectFit() {
        LeastSquares fit = LeastSquares.solve(new TestDesign("intercept", "a", "b")
                .row(1, 1, 0, 0)
                .row(1, 1, 0, 0)
                .row(4, 1, 1, 0)
                .row(4, 1, 1, 0)
                .row(9, 1, 0, 1)
                .products());
        assertThat(fit.residualSumOfSquares()).isZero();
        assertThat(fit.sigma()).hasValue(0);
    }

    @Test
    void hasNoSigmaWithoutDegreesOfFreedom() {
        LeastSquares fit =
                LeastSquares.solve(new TestDesign("intercept").row(3, 1).products());
        assertThat(fit.coefficients()).containsExactly(3);
        assertThat(fit.sigma()).isEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        TestDesign there =
                new TestDesign("intercept", "x").row(2, 1, 1).row(3, 1, 2).row(7, 1, 4);
        TestDesign back =
                new TestDesign("intercept", "x").row(7, 1, 4).row(3, 1, 2).row(2, 1, 1);
        assertThat(LeastSquares.solve(back.products()).coefficients())
                .isEqualTo(LeastSquares.solve(there.products()).coefficients());
    }

    /** Exact numbers whose digits doubled with each column would never come to an end. */
    @Test
    void comesToAnEndWithAHundredColumns() {
        Random random = new Random(11);
        TestDesign design =
                new TestDesign(IntStream.range(0, 100).mapToObj(i -> "x" + i).toArray(String[]::new));
        for (int row = 0; row < 150; row++) {
            design.row(random.nextInt(100), random.longs(100, 0, 1000).toArray());
        }
        CrossProducts products = design.products();
        Assertions.assertTimeout(
                Duration.ofMinutes(2),
                () -> assertThat(LeastSquares.solve(products).rank()).isEqualTo(100));
    }

    @Test
    void refusesColumnsThatAreNotKept() {
        LeastSquares fit = LeastSquares.solve(ReferenceDesign.clustered().products());
        assertThatThrownBy(() -> fit.coefficient("twin")).hasMessage("Cannot find column twin: not kept in the fit");
    }

    @Test
    void givesTheAncovaOfTheDystoniaTrial() {
        TestDesign design = new TestDesign("intercept", "dose 10000", "dose 5000", "baseline");
        addArm(design, Cdystonia.DOSE_10000, 1, 0);
        addArm(design, Cdystonia.DOSE_5000, 0, 1);
        addArm(design, Cdystonia.PLACEBO, 0, 0);
        LeastSquares fit = LeastSquares.solve(design.products());
        assertThat(fit.coefficient("dose 10000")).isCloseTo(2.079212008, within(1e-9));
        assertThat(fit.coefficient("dose 5000")).isCloseTo(-0.204309072, within(1e-9));
        double sigma = fit.sigma().orElseThrow();
        assertThat(sigma * Math.sqrt(fit.inverse()[1][1])).isCloseTo(2.103311072, within(1e-9));
        assertThat(sigma * Math.sqrt(fit.inverse()[2][2])).isCloseTo(2.111788480, within(1e-9));
        Sandwich sandwich = design.sandwich(fit);
        assertThat(sandwich.contrast("dose 10000").standardError()).isCloseTo(2.378872195, within(1e-9));
        assertThat(sandwich.contrast("dose 5000").standardError()).isCloseTo(2.357195236, within(1e-9));
    }

    private static void addArm(TestDesign design, String arm, long high, long low) {
        List<Cdystonia> visits = Cdystonia.lastVisits(arm);
        visits.forEach(visit -> design.row(visit.baseline() + visit.change(), 1, high, low, visit.baseline()));
    }
}
