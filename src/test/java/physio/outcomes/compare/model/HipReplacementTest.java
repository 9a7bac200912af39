package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import physio.outcomes.compare.model.RandomEffects.Unit;

/** Revision against primary hip replacement: 40,383 rows of 274 providers, in a design short of full rank. */
class HipReplacementTest {
    @Test
    void givesTheMixedModel() {
        List<HipReplacement> rows = HipReplacement.all();
        List<String> caseMix = HipReplacement.caseMix(rows);
        List<String> columns = new ArrayList<>(caseMix);
        columns.add(1, "revision");
        TestDesign design = new TestDesign(columns.toArray(String[]::new));
        for (HipReplacement row : rows) {
            long[] values = row.caseMixRow(caseMix);
            design.row(
                    row.provider(),
                    row.after(),
                    LongStream.concat(
                                    LongStream.of(1, row.isRevision() ? 1 : 0),
                                    LongStream.of(values).skip(1))
                            .toArray());
        }
        MixedModel model =
                MixedModel.fit(design.products(), design.clusterSums()).orElseThrow();
        assertThat(model.aliased()).hasSize(1);
        assertContrast(model.contrast("revision"), -5.900728806, 0.189822094, 40318.1);
        assertContrast(model.contrast("before"), 0.274960815, 0.004983511, 40080.8);
        assertThat(model.clusterVariance()).isCloseTo(1.679237049, within(1e-5));
        assertThat(model.residualVariance()).isCloseTo(63.804866074, within(1e-6));
        assertThat(model.logLikelihood()).isCloseTo(-141399.984824, within(1e-5));
    }

    private static void assertContrast(Contrast contrast, double estimate, double standardError, double df) {
        assertThat(contrast.estimate()).isCloseTo(estimate, within(1e-7));
        assertThat(contrast.standardError()).isCloseTo(standardError, within(1e-8));
        assertThat(contrast.degreesOfFreedom()).isCloseTo(df, within(2.0));
    }

    /** {@code gain ~ revision + before} with HC1 in each provider that has 20 patients an arm. */
    @Test
    void givesTheHeterogeneityBetweenProviders() {
        Map<String, List<HipReplacement>> providers = HipReplacement.all().stream()
                .collect(Collectors.groupingBy(HipReplacement::provider, TreeMap::new, Collectors.toList()));
        List<Unit> units = providers.values().stream()
                .filter(rows -> arm(rows, true).size() >= 20 && arm(rows, false).size() >= 20)
                .map(HipReplacementTest::unit)
                .toList();
        assertThat(units).hasSize(28);
        RandomEffects pooled = RandomEffects.pool(units);
        assertThat(pooled.mean().estimate()).isCloseTo(-5.5455623, within(1e-5));
        assertThat(pooled.mean().standardError()).isCloseTo(0.4959837, within(1e-5));
        assertThat(pooled.mean().interval().low()).isCloseTo(-6.5632369, within(1e-5));
        assertThat(pooled.mean().interval().high()).isCloseTo(-4.5278877, within(1e-5));
        assertThat(pooled.betweenVariance()).isCloseTo(4.0423969, within(1e-4));
        assertThat(pooled.inconsistency()).isCloseTo(0.6176894, within(1e-5));
        assertThat(pooled.q()).isCloseTo(70.72457, within(1e-5));
        assertThat(pooled.prediction().low()).isCloseTo(-9.7945841, within(1e-4));
        assertThat(pooled.prediction().high()).isCloseTo(-1.2965404, within(1e-4));
    }

    private static List<HipReplacement> arm(List<HipReplacement> rows, boolean isRevision) {
        return rows.stream().filter(row -> row.isRevision() == isRevision).toList();
    }

    private static Unit unit(List<HipReplacement> rows) {
        TestDesign design = new TestDesign("intercept", "revision", "before");
        rows.forEach(row -> design.row(row.after() - row.before(), 1, row.isRevision() ? 1 : 0, row.before()));
        Contrast revision =
                design.sandwich(LeastSquares.solve(design.products())).contrast("revision");
        return new Unit(revision.estimate(), revision.standardError());
    }

    /** Two age bands without revisions, 6 and 37 patients, are taken out; the weights are 1 − e and e. */
    @Test
    void givesTheOverlapWeights() {
        List<HipReplacement> rows = HipReplacement.all();
        List<String> columns = HipReplacement.caseMix(rows);
        List<LogisticPattern> patterns =
                rows.stream().map(row -> pattern(row, columns)).toList();
        LogisticFit fit = LogisticFit.fit(columns, patterns).orElseThrow();
        assertThat(fit.removedTrials()).isEqualTo(6 + 37);
        int[] removed = fit.removed();
        double[] weights = new double[rows.size()];
        for (int i = 0; i < weights.length; i++) {
            double e = fit.probability(patterns.get(i));
            weights[i] = rows.get(i).isRevision() ? 1 - e : e;
        }
        IntStream.of(removed).forEach(i -> weights[i] = 0);
        assertThat(weightedGain(rows, weights, true) - weightedGain(rows, weights, false))
                .isCloseTo(-6.149117244, within(1e-7));
        assertThat(effectiveSize(rows, weights, true)).isCloseTo(1947.768923, within(1e-4));
        assertThat(effectiveSize(rows, weights, false)).isCloseTo(31427.86457, within(1e-3));
    }

    private static LogisticPattern pattern(HipReplacement row, List<String> columns) {
        long[] values = row.caseMixRow(columns);
        return new LogisticPattern(IntStream.range(0, values.length).toArray(), values, 1, row.isRevision() ? 1 : 0);
    }

    private static double weightedGain(List<HipReplacement> rows, double[] weights, boolean isRevision) {
        int[] arm = indexes(rows, isRevision);
        double gain = IntStream.of(arm)
                .mapToDouble(
                        i -> weights[i] * (rows.get(i).after() - rows.get(i).before()))
                .sum();
        return gain / IntStream.of(arm).mapToDouble(i -> weights[i]).sum();
    }

    private static double effectiveSize(List<HipReplacement> rows, double[] weights, boolean isRevision) {
        int[] arm = indexes(rows, isRevision);
        double sum = IntStream.of(arm).mapToDouble(i -> weights[i]).sum();
        return sum
                * sum
                / IntStream.of(arm).mapToDouble(i -> weights[i] * weights[i]).sum();
    }

    private static int[] indexes(List<HipReplacement> rows, boolean isRevision) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).isRevision() == isRevision)
                .toArray();
    }
}
