package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.histogram;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MomentsTest {
    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, Σ(x − 5)² = 32. */
    @Test
    void givesMeanAndSampleSd() {
        Moments moments = histogram(2, 4, 4, 4, 5, 5, 7, 9).moments();
        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.sd()).hasValue(Math.sqrt(32 / 7.0));
    }

    @Test
    void losesNothingWhenTheMeanIsLarge() {
        long far = 1L << 52;
        assertThat(histogram(far, far + 1, far + 2).moments().sd()).hasValue(1);
    }

    @Test
    void hasNoSdForOneRow() {
        assertThat(histogram(3).moments().sd()).isEmpty();
        assertThat(histogram(3).moments().mean()).isEqualTo(3);
    }

    @Test
    void hasSdZeroForEqualRows() {
        assertThat(histogram(3, 3).moments().sd()).hasValue(0);
    }

    @Test
    void mergesToTheMomentsOfAllRows() {
        assertThat(histogram(1, 5).moments().plus(histogram(-2).moments()))
                .isEqualTo(histogram(-2, 1, 5).moments());
    }

    @Test
    void refusesNoRows() {
        assertThatThrownBy(() -> new Moments(0, BigInteger.ZERO, BigInteger.ZERO))
                .hasMessage("Invalid number of rows: 0 (must be at least 1)");
    }

    @Test
    void givesTheNumbersOfTheBackPainTrial() {
        Moments improvement = Ashar.improvements(Ashar.REPROCESSING).moments();
        assertThat(improvement.count()).isEqualTo(44);
        assertThat(improvement.mean()).isCloseTo(2.840909091, within(1e-9));
        assertThat(improvement.sd().orElseThrow()).isCloseTo(1.627427444, within(1e-9));
    }

    @Test
    void givesTheNumbersOfTheDystoniaTrial() {
        Moments changes = Cdystonia.changes(Cdystonia.PLACEBO).moments();
        assertThat(changes.mean()).isCloseTo(-0.314285714, within(1e-9));
        assertThat(changes.sd().orElseThrow()).isCloseTo(10.961889673, within(1e-9));
    }
}
