package physio.outcomes.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample teaches what it claims to: of pain, the crude ranking is wrong and the adjusted one right. */
class ConfoundingTest {
    private static final List<String> TECHNIQUES = TrueEffects.techniques();
    /** Points of pain; techniques whose true effects are at least this far apart must come out in their order. */
    private static final double DISTINCT = 0.3;

    private static Map<String, Double> truth = Map.of();
    private static Map<String, Double> crude = Map.of();
    private static Map<String, Double> adjusted = Map.of();

    @BeforeAll
    static void analyse(@TempDir Path folder) throws IOException {
        SimulationPlan plan = SimulationPlan.sample();
        Simulation.write(plan, folder, written -> {});
        List<AnalysedEpisode> episodes = AnalysedEpisode.of(SimulatedFiles.cleanRows(folder));
        TrueEffects effects = TrueEffects.of(plan);
        truth = byTechnique(technique -> effects.improvement(technique, "pain"));
        crude = fit(episodes, ConfoundingTest::crude);
        adjusted = fit(episodes, ConfoundingTest::ancova);
    }

    @Test
    void crudeRankingPutsDeepTissueFirst() {
        assertThat(ranking(truth).get(0)).isEqualTo("myofascial_release");
        assertThat(ranking(crude).get(0)).isEqualTo("deep_tissue");
        assertThat(truth.getOrDefault("deep_tissue", 0.0))
                .isLessThan(truth.getOrDefault("myofascial_release", 0.0) - 1);
        assertThat(misordered(crude))
                .contains("myofascial_release before deep_tissue", "stretching before deep_tissue");
    }

    @Test
    void adjustedRankingIsTheTrueOne() {
        assertThat(misordered(adjusted)).isEmpty();
        assertThat(spearman(adjusted)).isGreaterThan(0.95);
        assertThat(spearman(crude)).isLessThan(0.6);
    }

    @Test
    void adjustedEstimatesAreNearTheTruth() {
        // Three standard errors of a contrast between two techniques, of which the largest is 0.08.
        truth.forEach((technique, effect) -> assertThat(adjusted.getOrDefault(technique, Double.NaN))
                .as(technique)
                .isCloseTo(effect, within(0.24)));
    }

    private static LeastSquares.Row crude(AnalysedEpisode episode) {
        return new LeastSquares.Row(Map.of("(Intercept)", 1.0, episode.technique(), 1.0), -episode.improvement());
    }

    private static LeastSquares.Row ancova(AnalysedEpisode episode) {
        Map<String, Double> terms = new HashMap<>();
        terms.put("(Intercept)", 1.0);
        terms.put("baseline", (double) episode.baseline());
        List.of(episode.technique(), episode.ageBand(), episode.sex(), episode.region())
                .forEach(level -> terms.put(level, 1.0));
        return new LeastSquares.Row(terms, episode.followUp());
    }

    /** Coefficients of the techniques in improvement, against effleurage. */
    private static Map<String, Double> fit(
            List<AnalysedEpisode> episodes, Function<AnalysedEpisode, LeastSquares.Row> row) {
        List<String> references = List.of("effleurage", "20-29", "female", "elbow_wrist");
        Map<String, Double> coefficients = LeastSquares.fit(
                episodes.stream().map(row).map(full -> full.without(references)).toList());
        return byTechnique(technique -> -coefficients.getOrDefault(technique, 0.0));
    }

    private static Map<String, Double> byTechnique(ToDoubleFunction<String> effect) {
        return TECHNIQUES.stream().collect(Collectors.toMap(Function.identity(), effect::applyAsDouble));
    }

    /** Techniques, the best first. */
    private static List<String> ranking(Map<String, Double> effects) {
        return TECHNIQUES.stream()
                .sorted(Comparator.comparingDouble((String technique) -> effects.getOrDefault(technique, 0.0))
                        .reversed())
                .toList();
    }

    /** Pairs with distinct true effects that the estimates put the other way round. */
    private static List<String> misordered(Map<String, Double> estimates) {
        List<String> estimated = ranking(estimates);
        return TECHNIQUES.stream()
                .flatMap(better -> TECHNIQUES.stream()
                        .filter(worse -> truth.getOrDefault(better, 0.0) - truth.getOrDefault(worse, 0.0) >= DISTINCT)
                        .filter(worse -> estimated.indexOf(better) > estimated.indexOf(worse))
                        .map(worse -> better + " before " + worse))
                .toList();
    }

    /** Rank correlation with the truth: 1 − 6Σd²/(n(n²−1)) (Spearman 1904). */
    private static double spearman(Map<String, Double> estimates) {
        int n = TECHNIQUES.size();
        int squares = TECHNIQUES.stream()
                .mapToInt(technique ->
                        ranking(truth).indexOf(technique) - ranking(estimates).indexOf(technique))
                .map(difference -> difference * difference)
                .sum();
        return 1 - 6.0 * squares / (n * (n * n - 1));
    }
}
