package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.Cdystonia;
import physio.outcomes.measure.statistic.Interval;
import physio.outcomes.measure.statistic.ReferenceFiles;

class HedgesGTest {
    private static void assertG(HedgesG g, double estimate, double low, double high, double by) {
        assertThat(g.estimate()).isCloseTo(estimate, within(1e-9));
        assertThat(g.limits().low()).isCloseTo(low, within(by));
        assertThat(g.limits().high()).isCloseTo(high, within(by));
    }

    @Test
    void agreesWithR() {
        assertThat(ReferenceFiles.reference("hedges-g"))
                .hasSize(5)
                .allSatisfy(row -> assertG(of(row), number(row, "g"), number(row, "low"), number(row, "high"), 1e-10));
    }

    private static HedgesG of(CSVRecord row) {
        return HedgesG.of(
                        (long) number(row, "n1"),
                        number(row, "m1"),
                        number(row, "s1"),
                        (long) number(row, "n2"),
                        number(row, "m2"),
                        number(row, "s2"))
                .orElseThrow();
    }

    /** Improvement in pain, PRT against usual care; the published limits come from a search to about 1e-4. */
    @Test
    void givesTheNumbersOfTheBackPainTrial() {
        HedgesG g = HedgesG.of(44, 2.840909091, 1.627427444, 47, 0.3829787234, 1.074470375)
                .orElseThrow();
        assertG(g, 1.779214638, 1.291549998, 2.259667091, 1e-4);
    }

    @Test
    void givesTheNumbersOfTheDystoniaTrial() {
        assertG(dystonia(Cdystonia.DOSE_10000), -0.1710612141, -0.6285017317, 0.2875944935, 1e-4);
        assertG(dystonia(Cdystonia.DOSE_5000), 0.06033096115, -0.4001742015, 0.5204000015, 1e-4);
    }

    private static HedgesG dystonia(String arm) {
        List<Cdystonia> treated = Cdystonia.lastVisits(arm);
        List<Cdystonia> placebo = Cdystonia.lastVisits(Cdystonia.PLACEBO);
        return HedgesG.of(treated.size(), mean(treated), sd(treated), placebo.size(), mean(placebo), sd(placebo))
                .orElseThrow();
    }

    private static double mean(List<Cdystonia> visits) {
        return visits.stream().mapToLong(Cdystonia::improvement).average().orElseThrow();
    }

    private static double sd(List<Cdystonia> visits) {
        double mean = mean(visits);
        double squares = visits.stream()
                .mapToDouble(visit -> Math.pow(visit.improvement() - mean, 2))
                .sum();
        return Math.sqrt(squares / (visits.size() - 1));
    }

    /** J(2) = Γ(1)/Γ(½) = 1/√π, J(3) = Γ(1.5)/√1.5 = 0.7236; J nears 1 − 3/(4ν − 1). */
    @Test
    void correctsBySmallSamples() {
        assertThat(HedgesG.correction(2)).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-15));
        assertThat(HedgesG.correction(3)).isCloseTo(Math.sqrt(Math.PI) / 2 / Math.sqrt(1.5), within(1e-15));
        assertThat(HedgesG.correction(1e7)).isCloseTo(1 - 3 / (4e7 - 1), within(1e-13));
    }

    @Test
    void mirrorsWhenTheArmsSwap() {
        HedgesG there = HedgesG.of(12, 3.5, 2, 9, 1.25, 1.5).orElseThrow();
        HedgesG back = HedgesG.of(9, 1.25, 1.5, 12, 3.5, 2).orElseThrow();
        Interval limits = there.limits().times(-1);
        assertG(back, -there.estimate(), limits.low(), limits.high(), 1e-11);
    }

    @Test
    void isUnknownWithoutVariance() {
        assertThat(HedgesG.of(5, 1, 0, 5, 2, 0)).isEmpty();
    }

    @Test
    void refusesSingleRows() {
        assertThatThrownBy(() -> HedgesG.of(1, 1, 0, 5, 2, 1))
                .hasMessage("Invalid sizes: 1 and 5 (must be at least 2)");
    }
}
