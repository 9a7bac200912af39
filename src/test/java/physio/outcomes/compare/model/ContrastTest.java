package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class ContrastTest {
    private final Contrast contrast = new Contrast(-2, 0.125, 40);

    @Test
    void turnsTheIntervalWithTheSignAndKeepsP() {
        Contrast turned = contrast.times(-0.5);
        assertThat(turned.estimate()).isEqualTo(1);
        assertThat(turned.interval()).isEqualTo(contrast.interval().times(-0.5));
        assertThat(turned.p()).isEqualTo(contrast.p());
    }

    /** R: {@code 2 * pt(-t, df)}. */
    @Test
    void keepsTheDigitsOfPBelowTheRoundingOfOne() {
        assertThat(contrast.p().orElseThrow()).isCloseTo(5.53969410128464e-19, withinPercentage(1e-8));
        assertThat(new Contrast(40, 1, 100).p().orElseThrow()).isCloseTo(2.46210760214007e-63, withinPercentage(1e-8));
        assertThat(new Contrast(20, 1, 1000).p().orElseThrow())
                .isCloseTo(4.062288499524984e-75, withinPercentage(1e-8));
        assertThat(new Contrast(40, 1, 1000).p().orElseThrow()).isCloseTo(1.047885215517e-209, withinPercentage(1e-8));
    }
}
