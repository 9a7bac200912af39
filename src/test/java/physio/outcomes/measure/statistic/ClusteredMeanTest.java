package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.clusteredMean;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusteredMeanTest {
    private record Row(String patient, long value) {}

    private static ClusteredMean of(Row... rows) {
        return clusteredMean(List.of(rows), Row::patient, Row::value);
    }

    /** Mean 3; residual sums −3 (patient a: 1 + 2 − 6) and 3: Var = 2/1 · (9 + 9)/3² = 4. */
    @Test
    void sumsResidualsWithinAPatientBeforeSquaring() {
        ClusteredMean mean = of(new Row("a", 1), new Row("a", 2), new Row("b", 6));
        assertThat(mean.mean()).isEqualTo(3);
        assertThat(mean.variance()).hasValue(4);
        assertThat(mean.standardError()).hasValue(2);
        assertThat(mean.degreesOfFreedom()).isEqualTo(1);
        assertThat(mean.interval().orElseThrow().high()).isCloseTo(3 + 2 * 12.706204736, within(1e-8));
    }

    @Test
    void isSdOverRootNWithOneRowAPatient() {
        ClusteredMean mean = of(new Row("a", 2), new Row("b", 4), new Row("c", 9));
        double sd = ReferenceFiles.histogram(2, 4, 9).moments().sd().orElseThrow();
        assertThat(mean.standardError().orElseThrow()).isCloseTo(sd / Math.sqrt(3), within(1e-15));
    }

    @Test
    void doesNotDependOnTheOrderOfRowsAndMirrorsTheSign() {
        ClusteredMean there = of(new Row("a", 1), new Row("b", 6), new Row("a", 2));
        ClusteredMean back = of(new Row("b", -6), new Row("a", -1), new Row("a", -2));
        assertThat(back.mean()).isEqualTo(-there.mean());
        assertThat(back.variance()).isEqualTo(there.variance());
    }

    @Test
    void hasNoVarianceWithOnePatient() {
        ClusteredMean mean = of(new Row("a", 1), new Row("a", 2));
        assertThat(mean.mean()).isEqualTo(1.5);
        assertThat(mean.variance()).isEmpty();
        assertThat(mean.standardError()).isEmpty();
        assertThat(mean.interval()).isEmpty();
    }

    @Test
    void hasAnIntervalOfNoWidthWhenAllAreEqual() {
        assertThat(of(new Row("a", 2), new Row("b", 2)).interval()).contains(new Interval(2, 2));
    }

    @Test
    void refusesMoreClustersThanRows() {
        BigInteger one = BigInteger.ONE;
        assertThatThrownBy(() -> new ClusteredMean(1, 2, one, one, one, one))
                .hasMessage("Invalid clusters: 2 of 1 rows (must be at least 1 and at most the number of rows)");
    }

    @Test
    void givesTheNumbersOfTheDystoniaTrial() {
        assertImprovement(Cdystonia.DOSE_10000, 6.477272727, 1.085923365, 4.274918, 8.679627);
        assertImprovement(Cdystonia.DOSE_5000, 6.011428571, 1.009849203, 3.961326, 8.061531);
        assertImprovement(Cdystonia.PLACEBO, 2.578947368, 1.144107756, 0.253841, 4.904054);
    }

    private static void assertImprovement(String arm, double mean, double error, double low, double high) {
        ClusteredMean improvement = clusteredMean(Cdystonia.followUps(arm), Cdystonia::patient, Cdystonia::improvement);
        assertThat(improvement.mean()).isCloseTo(mean, within(1e-9));
        assertThat(improvement.standardError().orElseThrow()).isCloseTo(error, within(1e-9));
        assertThat(improvement.interval().orElseThrow().low()).isCloseTo(low, within(1e-6));
        assertThat(improvement.interval().orElseThrow().high()).isCloseTo(high, within(1e-6));
    }
}
