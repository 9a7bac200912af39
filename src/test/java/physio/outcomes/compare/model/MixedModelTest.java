package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.measure.statistic.Cdystonia;
import physio.outcomes.measure.statistic.ReferenceFiles;

class MixedModelTest {
    private static final double SIX_DIGITS = 1e-4;

    private static MixedModel fit(TestDesign design) {
        return MixedModel.fit(design.products(), design.clusterSums()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unbalanced", "singles", "strong", "deficient", "dominated", "far", "boundary"})
    void agreesWithR(String scenario) {
        MixedModel model = fit(ReferenceDesign.mixed(scenario));
        List<CSVRecord> expected = ReferenceFiles.reference("mixed-model").stream()
                .filter(row -> row.get("scenario").equals(scenario))
                .toList();
        assertThat(expected)
                .hasSize(model.columns().size() + 1)
                .allSatisfy(row -> assertContrast(contrast(model, row.get("term")), row));
        CSVRecord any = expected.get(0);
        assertThat(model.clusterVariance()).isCloseTo(number(any, "cluster_variance"), withinPercentage(SIX_DIGITS));
        assertThat(model.residualVariance()).isCloseTo(number(any, "residual_variance"), withinPercentage(SIX_DIGITS));
        assertThat(model.logLikelihood()).isCloseTo(number(any, "log_likelihood"), withinPercentage(1e-8));
        assertThat(model.isBoundary()).isEqualTo(scenario.equals("boundary"));
    }

    private static Contrast contrast(MixedModel model, String term) {
        if (!term.equals("a + region")) {
            return model.contrast(term);
        }
        return model.contrast(model.columns().stream()
                .mapToDouble(column -> List.of("a", "region").contains(column) ? 1 : 0)
                .toArray());
    }

    private static void assertContrast(Contrast contrast, CSVRecord row) {
        assertThat(contrast.estimate()).isCloseTo(number(row, "estimate"), withinPercentage(SIX_DIGITS));
        assertThat(contrast.standardError()).isCloseTo(number(row, "se"), withinPercentage(SIX_DIGITS));
        assertThat(contrast.degreesOfFreedom()).isCloseTo(number(row, "df"), withinPercentage(SIX_DIGITS));
        assertThat(contrast.p().orElseThrow()).isCloseTo(number(row, "p"), withinPercentage(SIX_DIGITS));
    }

    /**
     * Three clusters of two: means 2, 5, 11 about 6, each row 1 off. Balanced, so REML is the analysis of variance: mean
     * squares 2·42/2 = 42 between and 6/3 = 2 within, thus σ_u² = (42 − 2)/2 and the mean's variance 42/6 on 2 df.
     */
    @Test
    void isTheAnalysisOfVarianceWhereBalanced() {
        MixedModel model = fit(balanced());
        assertThat(model.residualVariance()).isCloseTo(2, within(1e-12));
        assertThat(model.clusterVariance()).isCloseTo(20, within(1e-10));
        Contrast mean = model.contrast("intercept");
        assertThat(mean.estimate()).isEqualTo(6);
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(mean.degreesOfFreedom()).isCloseTo(2, within(1e-9));
    }

    private static TestDesign balanced() {
        TestDesign design = new TestDesign("intercept");
        Map.of("a", 2, "b", 5, "c", 11)
                .forEach((cluster, mean) -> design.row(cluster, mean - 1, 1).row(cluster, mean + 1, 1));
        return design;
    }

    @Test
    void givesTheMixedModelOfTheDystoniaTrial() {
        MixedModel model = fit(dystonia());
        assertContrast(model.contrast("dose 10000"), 3.981810471, 1.565596004, 103.48797);
        assertContrast(model.contrast("dose 5000"), 3.511327297, 1.568609934, 102.79691);
        assertThat(model.contrast("dose 10000").p().orElseThrow()).isCloseTo(0.01245953, within(1e-7));
        assertThat(model.contrast("dose 10000").interval().low()).isCloseTo(0.876994, within(1e-6));
        assertThat(model.contrast("dose 10000").interval().high()).isCloseTo(7.086627, within(1e-6));
        assertThat(model.contrast("baseline").estimate()).isCloseTo(0.021029860, within(1e-9));
        assertThat(model.contrast("baseline").standardError()).isCloseTo(0.066066625, within(1e-8));
        double[] others = Stream.of("intercept", "week 4", "week 8", "week 12", "week 16")
                .mapToDouble(column -> model.contrast(column).estimate())
                .toArray();
        assertThat(others)
                .containsExactly(new double[] {4.695610, 0.402768, -2.390758, -5.379494, -8.354042}, within(1e-6));
        assertThat(model.clusterVariance()).isCloseTo(34.882622, within(1e-5));
        assertThat(model.residualVariance()).isCloseTo(39.891151, within(1e-6));
        assertThat(model.logLikelihood()).isCloseTo(-1784.050429, within(1e-6));
    }

    private static void assertContrast(Contrast contrast, double estimate, double standardError, double df) {
        assertThat(contrast.estimate()).isCloseTo(estimate, within(1e-8));
        assertThat(contrast.standardError()).isCloseTo(standardError, within(1e-7));
        assertThat(contrast.degreesOfFreedom()).isCloseTo(df, within(1e-3));
    }

    private static TestDesign dystonia() {
        TestDesign design = new TestDesign(
                "intercept", "dose 10000", "dose 5000", "baseline", "week 4", "week 8", "week 12", "week 16");
        addArm(design, Cdystonia.DOSE_10000, 1, 0);
        addArm(design, Cdystonia.DOSE_5000, 0, 1);
        addArm(design, Cdystonia.PLACEBO, 0, 0);
        return design;
    }

    private static void addArm(TestDesign design, String arm, long high, long low) {
        for (Cdystonia row : Cdystonia.followUps(arm)) {
            long[] weeks = LongStream.of(4, 8, 12, 16)
                    .map(week -> row.week() == week ? 1 : 0)
                    .toArray();
            design.row(
                    row.patient(),
                    row.improvement(),
                    LongStream.concat(LongStream.of(1, high, low, row.baseline()), LongStream.of(weeks))
                            .toArray());
        }
    }

    @Test
    void namesWhatItDrops() {
        assertThat(fit(ReferenceDesign.mixed("deficient")).aliased()).containsExactly("twin");
    }

    @Test
    void doesNotDependOnTheOrderOfSizes() {
        TestDesign design = ReferenceDesign.mixed("unbalanced");
        List<ClusterSums> turned = new ArrayList<>(design.clusterSums());
        Collections.reverse(turned);
        MixedModel there = fit(design);
        MixedModel back = MixedModel.fit(design.products(), turned).orElseThrow();
        assertThat(back.logLikelihood()).isEqualTo(there.logLikelihood());
        assertThat(back.clusterVariance()).isEqualTo(there.clusterVariance());
        assertThat(back.columns())
                .allSatisfy(column -> assertThat(back.contrast(column)).isEqualTo(there.contrast(column)));
    }

    @Test
    void isNotEstimableWithoutTwoRowsInACluster() {
        assertNotEstimable(new TestDesign("intercept").row(1, 1).row(2, 1).row(4, 1));
    }

    @Test
    void isNotEstimableWhereColumnsExplainAllWithinClusters() {
        assertNotEstimable(new TestDesign("intercept", "x")
                .row("a", 1, 1, 0)
                .row("a", 4, 1, 1)
                .row("b", 3, 1, 0)
                .row("b", 6, 1, 1)
                .row("c", 9, 1, 1));
    }

    /** Each cluster has a column: any variance between them is as likely. */
    @Test
    void isNotEstimableWhereColumnsExplainAllBetweenClusters() {
        assertNotEstimable(new TestDesign("intercept", "b")
                .row("a", 1, 1, 0)
                .row("a", 4, 1, 0)
                .row("b", 3, 1, 1)
                .row("b", 7, 1, 1));
    }

    private static void assertNotEstimable(TestDesign design) {
        assertThat(MixedModel.fit(design.products(), design.clusterSums())).isEmpty();
    }

    @Test
    void refusesOtherClusters() {
        CrossProducts products = balanced().products();
        List<ClusterSums> clusters = balanced().clusterSums();
        assertThatThrownBy(() -> MixedModel.fit(products, List.of()))
                .hasMessage("Invalid cluster sums: of 0 rows (must be 6)");
        assertThatThrownBy(() -> MixedModel.fit(products, List.of(clusters.get(0), clusters.get(0))))
                .hasMessage("Invalid cluster sums: a size occurs twice");
        assertThatThrownBy(() ->
                        MixedModel.fit(new TestDesign("x", "y").row(1, 1, 1).products(), clusters))
                .hasMessage("Invalid cluster sums: not over the 2 columns of the fit");
    }
}
