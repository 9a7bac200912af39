package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.has;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.Ashar;
import physio.outcomes.measure.statistic.Cdystonia;
import physio.outcomes.measure.statistic.ReferenceFiles;

class SandwichTest {
    private static final double TEN_DIGITS = 1e-8;

    private static List<CSVRecord> kept() {
        return ReferenceFiles.reference("least-squares").stream()
                .filter(row -> has(row, "coefficient"))
                .toList();
    }

    @Test
    void clustersAsR() {
        TestDesign design = ReferenceDesign.clustered();
        LeastSquares fit = LeastSquares.solve(design.products());
        Sandwich sandwich = design.sandwich(fit);
        assertThat(kept()).hasSize(5).allSatisfy(row -> assertAgrees(sandwich.contrast(row.get("column")), row));
        assertThat(kept())
                .allSatisfy(row -> assertThat(sandwich.covariance()[fit.position(row.get("column"))][1])
                        .isCloseTo(number(row, "covariance_with_a"), withinPercentage(TEN_DIGITS)));
    }

    private static void assertAgrees(Contrast contrast, CSVRecord row) {
        assertThat(contrast.standardError()).isCloseTo(number(row, "cr1_se"), withinPercentage(TEN_DIGITS));
        assertThat(contrast.p().orElseThrow()).isCloseTo(number(row, "p"), withinPercentage(TEN_DIGITS));
        assertThat(contrast.interval().low()).isCloseTo(number(row, "low"), withinPercentage(TEN_DIGITS));
        assertThat(contrast.interval().high()).isCloseTo(number(row, "high"), withinPercentage(TEN_DIGITS));
    }

    @Test
    void isHc1WithOneRowACluster() {
        TestDesign design = ReferenceDesign.unclustered();
        Sandwich sandwich = design.sandwich(LeastSquares.solve(design.products()));
        assertThat(kept())
                .allSatisfy(
                        row -> assertThat(sandwich.contrast(row.get("column")).standardError())
                                .isCloseTo(number(row, "hc1_se"), withinPercentage(TEN_DIGITS)));
    }

    /** The intercept alone: the clustered mean of 1, 2 (a) and 6 (b), variance 4, times (N − 1)/(N − 1). */
    @Test
    void isTheClusteredMeanWithoutColumns() {
        TestDesign design =
                new TestDesign("intercept").row("a", 1, 1).row("a", 2, 1).row("b", 6, 1);
        Sandwich sandwich = design.sandwich(LeastSquares.solve(design.products()));
        assertThat(sandwich.contrast("intercept").standardError()).isCloseTo(2, within(1e-15));
        assertThat(sandwich.degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void combinesCoefficients() {
        TestDesign design = ReferenceDesign.clustered();
        LeastSquares fit = LeastSquares.solve(design.products());
        Sandwich sandwich = design.sandwich(fit);
        double[][] c = sandwich.covariance();
        double[] difference = {0, 1, -1, 0, 0};
        assertThat(sandwich.variance(difference)).isCloseTo(c[1][1] + c[2][2] - 2 * c[1][2], within(1e-12));
        assertThat(sandwich.contrast(difference).estimate())
                .isCloseTo(fit.coefficient("a") - fit.coefficient("b"), within(1e-13));
    }

    @Test
    void hasNoVarianceWithoutResiduals() {
        TestDesign design =
                new TestDesign("intercept", "x").row(1, 1, 0).row(3, 1, 1).row(5, 1, 2);
        Contrast slope = design.sandwich(LeastSquares.solve(design.products())).contrast("x");
        assertThat(slope.standardError()).isZero();
        assertThat(slope.p()).isEmpty();
    }

    @Test
    void refusesOneClusterAndAnotherShape() {
        LeastSquares fit = LeastSquares.solve(
                new TestDesign("intercept").row(1, 1).row(2, 1).products());
        double[][] meat = {{1}};
        assertThatThrownBy(() -> Sandwich.of(fit, meat, 1))
                .hasMessage("Invalid number of clusters: 1 (must be at least 2)");
        assertThatThrownBy(() -> Sandwich.of(fit, new double[2][2], 2)).hasMessage("Invalid meat: not 1 by 1");
        Sandwich sandwich = Sandwich.of(fit, meat, 2);
        assertThatThrownBy(() -> sandwich.variance(new double[2]))
                .hasMessage("Invalid weights: 2 (must be one for each of 1 kept columns)");
    }

    @Test
    void refusesASaturatedFit() {
        LeastSquares fit = LeastSquares.solve(
                new TestDesign("intercept", "x").row(1, 1, 0).row(2, 1, 1).products());
        assertThatThrownBy(() -> Sandwich.of(fit, new double[2][2], 2))
                .hasMessage("Cannot estimate a covariance: 2 rows for rank 2");
    }

    @Test
    void givesTheCrudeContrastsOfTheBackPainTrial() {
        TestDesign design = new TestDesign("intercept", "reprocessing", "placebo");
        Ashar.arm(Ashar.REPROCESSING).forEach(row -> design.row(row.improvement(), 1, 1, 0));
        Ashar.arm(Ashar.PLACEBO).forEach(row -> design.row(row.improvement(), 1, 0, 1));
        Ashar.arm(Ashar.USUAL_CARE).forEach(row -> design.row(row.improvement(), 1, 0, 0));
        Sandwich sandwich = design.sandwich(LeastSquares.solve(design.products()));
        assertContrast(sandwich.contrast("reprocessing"), 2.457930368, 0.2911182694);
        assertContrast(sandwich.contrast("placebo"), 0.6624758221, 0.2704439906);
        assertThat(sandwich.contrast("reprocessing").interval().low()).isCloseTo(1.882149, within(1e-6));
        assertThat(sandwich.contrast("reprocessing").interval().high()).isCloseTo(3.033712, within(1e-6));
    }

    private static void assertContrast(Contrast contrast, double estimate, double standardError) {
        assertThat(contrast.estimate()).isCloseTo(estimate, within(1e-9));
        assertThat(contrast.standardError()).isCloseTo(standardError, within(1e-9));
    }

    @Test
    void givesTheAncovaOfTheBackPainTrial() {
        TestDesign design = new TestDesign("intercept", "reprocessing", "placebo", "baseline");
        Ashar.arm(Ashar.REPROCESSING).forEach(row -> design.row(row.followUp(), 1, 1, 0, row.baseline()));
        Ashar.arm(Ashar.PLACEBO).forEach(row -> design.row(row.followUp(), 1, 0, 1, row.baseline()));
        Ashar.arm(Ashar.USUAL_CARE).forEach(row -> design.row(row.followUp(), 1, 0, 0, row.baseline()));
        CrossProducts products = design.products();
        Sandwich sandwich = design.sandwich(LeastSquares.solve(products));
        Contrast reprocessing = sandwich.contrast("reprocessing");
        Contrast placebo = sandwich.contrast("placebo");
        assertContrast(reprocessing, -2.220146037, 0.2451914572);
        assertContrast(placebo, -0.488010832, 0.2535912375);
        assertThat(reprocessing.interval().times(-1).low()).isCloseTo(1.735200, within(1e-6));
        double[] p = {reprocessing.p().orElseThrow(), placebo.p().orElseThrow()};
        assertThat(Holm.adjust(p)[1]).isCloseTo(0.05642425, within(1e-8));
        double baseline = products.entry(0, 3).doubleValue() / products.rows();
        Contrast adjusted = sandwich.contrast(new double[] {1, 1, 0, baseline});
        assertThat(adjusted.estimate()).isCloseTo(1.062512498, within(1e-9));
        assertThat(adjusted.standardError()).isCloseTo(0.1863892, within(1e-7));
    }

    @Test
    void givesTheCrudeContrastsOfTheDystoniaTrial() {
        TestDesign design = new TestDesign("intercept", "dose 10000", "dose 5000");
        addArm(design, Cdystonia.DOSE_10000, 1, 0);
        addArm(design, Cdystonia.DOSE_5000, 0, 1);
        addArm(design, Cdystonia.PLACEBO, 0, 0);
        Sandwich sandwich = design.sandwich(LeastSquares.solve(design.products()));
        assertContrast(sandwich.contrast("dose 10000"), 3.898325359, 1.565553300);
        assertContrast(sandwich.contrast("dose 5000"), 3.432481203, 1.514266536);
    }

    private static void addArm(TestDesign design, String arm, long high, long low) {
        Cdystonia.followUps(arm).forEach(row -> design.row(row.patient(), row.improvement(), 1, high, low));
    }
}
