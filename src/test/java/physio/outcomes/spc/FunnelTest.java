package physio.outcomes.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.ReferenceFiles;
import physio.outcomes.spc.RankIntervals.Mean;
import physio.outcomes.spc.RankIntervals.Ranks;

class FunnelTest {
    /** Gains in the Oxford score of primary hip replacements, NHS England 2018/19, by provider. */
    private static final Map<String, List<Integer>> GAINS = gains();

    @Test
    void flagsTheProvidersOfHipReplacementsThatTheNhsDataDo() {
        List<Integer> all = GAINS.values().stream().flatMap(List::stream).toList();
        double mean = all.stream().mapToInt(gain -> gain).average().orElseThrow();
        double squares =
                all.stream().mapToDouble(gain -> (gain - mean) * (gain - mean)).sum();
        Funnel funnel = new MeanFunnel(units(1), mean, Math.sqrt(squares / (all.size() - 1)));
        assertThat(all).hasSize(38_432);
        assertThat(funnel.centre()).isCloseTo(22.6945254, within(1e-7));
        assertThat(funnel.units()).hasSize(234);
        assertThat(beyond(funnel)).containsExactly(30, 32, 7, 11);
    }

    @Test
    void flagsSharesAsFunnelPlotRDoesWithAndWithoutTheVarianceBetweenProviders() {
        ShareFunnel funnel = ShareFunnel.of(units(0));
        assertThat(funnel.units()).hasSize(234);
        assertThat(funnel.centre()).isCloseTo(0.9540199476, within(1e-10));
        assertThat(funnel.dispersion()).isCloseTo(1.084525329, within(1e-9));
        assertThat(funnel.betweenVariance()).isCloseTo(0.0001384543974, within(1e-13));
        assertThat(beyond(funnel)).containsExactly(16, 15, 3, 0);
        assertThat(beyond(funnel.widened())).containsExactly(14, 13, 3, 0);
    }

    /** 10 ± 1.959964 · 4 / √64 is 9.02 to 10.98, and 3.090232 errors are 8.45 to 11.55. */
    @Test
    void aUnitOnALimitIsWithinItAndSmallOnesAreNotJudged() {
        double limit = 10 + 1.959964 * 0.5;
        Funnel funnel = new MeanFunnel(
                List.of(
                        new FunnelUnit("on", 64, limit),
                        new FunnelUnit("beyond", 64, limit + 1e-9),
                        new FunnelUnit("far", 64, 8.4),
                        new FunnelUnit("small", 29, 0)),
                10,
                4);
        assertThat(funnel.units().stream().map(funnel::position))
                .containsExactly(Position.WITHIN, Position.ABOVE, Position.FAR_BELOW);
        assertThat(funnel.low(64, Funnel.ALARM)).isCloseTo(8.454884, within(1e-9));
    }

    @Test
    void limitsOfSharesStayBetweenNoneAndAll() {
        ShareFunnel funnel = ShareFunnel.of(List.of(new FunnelUnit("a", 40, 0.95), new FunnelUnit("b", 40, 0.95)));
        assertThat(funnel.high(30, Funnel.ALARM)).isEqualTo(1);
        assertThat(funnel.low(30, Funnel.ALARM)).isBetween(0.7, 0.95);
        assertThat(funnel.betweenVariance()).isZero();
        assertThatThrownBy(() -> ShareFunnel.of(List.of(new FunnelUnit("a", 29, 1))))
                .hasMessage("Invalid funnel: no unit of 30 patients");
    }

    /** 5 is clearly above 0 and 1, and those two are not told apart. */
    @Test
    void ranksAreAsWideAsMeansAreUncertain() {
        assertThat(ranks(List.of(new Mean(0, 0.5), new Mean(5, 1), new Mean(1, 0.5))))
                .containsExactly(new Ranks(2, 3), new Ranks(1, 1), new Ranks(2, 3));
        assertThat(ranks(List.of(new Mean(1, 9), new Mean(2, 9)))).containsOnly(new Ranks(1, 2));
    }

    /** Above and below 95%, above and below 99.8%. */
    private static List<Integer> beyond(Funnel funnel) {
        List<Position> found = funnel.units().stream().map(funnel::position).toList();
        int farAbove = count(found, Position.FAR_ABOVE);
        int farBelow = count(found, Position.FAR_BELOW);
        return List.of(
                farAbove + count(found, Position.ABOVE), farBelow + count(found, Position.BELOW), farAbove, farBelow);
    }

    private static int count(List<Position> found, Position position) {
        return (int) found.stream().filter(position::equals).count();
    }

    /** Mean gains for power 1, shares that gained 5 points for power 0. */
    private static List<FunnelUnit> units(int power) {
        List<FunnelUnit> units = new ArrayList<>();
        GAINS.forEach((provider, gains) -> units.add(new FunnelUnit(
                provider,
                gains.size(),
                gains.stream()
                        .mapToDouble(gain -> power == 1 ? gain : gain >= 5 ? 1 : 0)
                        .average()
                        .orElseThrow())));
        return units;
    }

    private static Map<String, List<Integer>> gains() {
        Map<String, List<Integer>> gains = new TreeMap<>();
        for (CSVRecord row : ReferenceFiles.shared("nhs-proms/hip-provider-1819.csv.gz")) {
            String before = row.get("Hip Replacement Pre-Op Q Score");
            String after = row.get("Hip Replacement Post-Op Q Score");
            if (row.get("Revision Flag").equals("0") && before.matches("[0-9]+") && after.matches("[0-9]+")) {
                gains.computeIfAbsent(row.get("Provider Code"), none -> new ArrayList<>())
                        .add(Integer.parseInt(after) - Integer.parseInt(before));
            }
        }
        return gains;
    }

    private static List<Ranks> ranks(List<Mean> means) {
        return means.stream().map(own -> RankIntervals.of(own, means)).toList();
    }
}
