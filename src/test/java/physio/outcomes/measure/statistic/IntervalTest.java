package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void swapsItsEndsWhenTheSignTurns() {
        assertThat(new Interval(-1, 4).times(-0.5)).isEqualTo(new Interval(-2, 0.5));
    }

    @Test
    void containsItsEnds() {
        assertThat(new Interval(-1, 4).contains(-1)).isTrue();
        assertThat(new Interval(-1, 4).contains(4.5)).isFalse();
    }

    @Test
    void refusesDisorderAndNaN() {
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessage("Invalid interval: 2.0 to 1.0 (must be ordered)");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1))
                .hasMessage("Invalid interval: NaN to 1.0 (must be ordered)");
    }
}
