package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RiskDifferenceTest {
    private static void assertDifference(
            RiskDifference difference, double estimate, double low, double high, double by) {
        assertThat(difference.estimate()).isCloseTo(estimate, within(by));
        assertThat(difference.limits().low()).isCloseTo(low, within(by));
        assertThat(difference.limits().high()).isCloseTo(high, within(by));
    }

    /** Newcombe 1998, Table II, method 10: 56/70 v 48/80, 6/7 v 2/7, 0/10 v 0/20. */
    @Test
    void givesThePublishedExamples() {
        assertDifference(RiskDifference.of(56, 70, 48, 80), 0.2, 0.0524, 0.3339, 5e-5);
        assertDifference(RiskDifference.of(6, 7, 2, 7), 0.5714, 0.0582, 0.8062, 5e-5);
        assertDifference(RiskDifference.of(0, 10, 0, 20), 0, -0.1611, 0.2775, 5e-5);
    }

    @Test
    void givesTheNumbersOfTheBackPainTrialFromItsFile() {
        Histogram usual = Ashar.improvements(Ashar.USUAL_CARE);
        Histogram treated = Ashar.improvements(Ashar.REPROCESSING);
        RiskDifference difference =
                RiskDifference.of(treated.countAtLeast(2), treated.count(), usual.countAtLeast(2), usual.count());
        assertDifference(difference, 0.6025145068, 0.4087136591, 0.7305365587, 1e-10);
    }

    @Test
    void givesTheNumbersOfTheBackPainTrial() {
        assertDifference(RiskDifference.of(34, 44, 8, 47), 0.6025145068, 0.4087136591, 0.7305365587, 1e-10);
        assertDifference(RiskDifference.of(13, 44, 8, 47), 0.1252417795, -0.0484894575, 0.2930288359, 1e-10);
    }

    @Test
    void mirrorsWhenTheArmsSwap() {
        RiskDifference there = RiskDifference.of(34, 44, 8, 47);
        RiskDifference back = RiskDifference.of(8, 47, 34, 44);
        assertDifference(
                back, -there.estimate(), -there.limits().high(), -there.limits().low(), 1e-15);
    }

    @Test
    void staysWithinOne() {
        assertThat(RiskDifference.of(1, 1, 0, 1).limits().high()).isEqualTo(1);
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatThrownBy(() -> RiskDifference.of(5, 4, 0, 1))
                .hasMessage("Invalid rate: 5 of 4 (must be 0 to all of at least 1)");
        assertThatThrownBy(() -> RiskDifference.of(0, 0, 0, 1))
                .hasMessage("Invalid rate: 0 of 0 (must be 0 to all of at least 1)");
    }
}
