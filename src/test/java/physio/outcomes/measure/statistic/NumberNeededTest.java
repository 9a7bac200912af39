package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumberNeededTest {
    private static NumberNeeded of(double estimate, double low, double high) {
        return NumberNeeded.of(new RiskDifference(estimate, new Interval(low, high)));
    }

    @Test
    void givesTheNumbersOfTheBackPainTrial() {
        NumberNeeded clear = NumberNeeded.of(RiskDifference.of(34, 44, 8, 47));
        assertThat(clear.estimate()).isCloseTo(1.6597, within(5e-5));
        assertThat(clear.limits().orElseThrow().low()).isCloseTo(1.3689, within(5e-5));
        assertThat(clear.limits().orElseThrow().high()).isCloseTo(2.4467, within(5e-5));
        assertThat(clear.limitsText()).isEqualTo("NNTB 1.37 to 2.45");
        NumberNeeded unclear = NumberNeeded.of(RiskDifference.of(13, 44, 8, 47));
        assertThat(unclear.estimate()).isCloseTo(7.98, within(5e-3));
        assertThat(unclear.limits()).isEmpty();
        assertThat(unclear.limitsText()).isEqualTo("NNTB 3.41 to ∞ to NNTH 20.62");
    }

    @Test
    void countsHarmBelowZero() {
        NumberNeeded harm = of(-0.25, -0.5, -0.125);
        assertThat(harm.estimate()).isEqualTo(-4);
        assertThat(harm.limits()).contains(new Interval(-8, -2));
        assertThat(harm.limitsText()).isEqualTo("NNTH 2.00 to 8.00");
    }

    @Test
    void endsAtInfinityWhereALimitIsZero() {
        assertThat(of(0.25, 0, 0.5).limitsText()).isEqualTo("NNTB 2.00 to ∞");
        assertThat(of(-0.25, -0.5, 0).limitsText()).isEqualTo("∞ to NNTH 2.00");
    }

    @Test
    void isInfiniteWithoutADifference() {
        assertThat(of(-0.0, -0.5, 0.25).estimate()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of(0, -0.5, 0.25).limitsText()).isEqualTo("NNTB 4.00 to ∞ to NNTH 2.00");
    }
}
