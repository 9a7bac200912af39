package physio.outcomes.spc;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.spc.Series.points;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Centre 0 and limits ±3, two thirds of them at ±2. */
class SignalsTest {
    private static final Limits LIMITS = new Limits(-3, 3, 3 / 2.66);

    @Test
    void seesMonthsOutsideButNotOnALimit() {
        assertThat(signals(0, 3, -3, 3.001, -3.001))
                .isEqualTo(expected(null, null, null, Signal.ABOVE_LIMITS, Signal.BELOW_LIMITS));
    }

    @Test
    void takesAValueOffALimitByRoundingAsOnIt() {
        assertThat(signals(3.0000000000000004)).isEqualTo(expected((Signal) null));
    }

    @Test
    void sees7RisingOrFallingButNot6() {
        assertThat(signals(-1, -0.6, -0.3, 0.1, 0.2, 0.3, 0.4)).containsOnly(Optional.of(Signal.RISING));
        assertThat(signals(1, 0.6, 0.3, -0.1, -0.2, -0.3, -0.4)).containsOnly(Optional.of(Signal.FALLING));
        assertThat(signals(-1, -0.6, -0.3, 0.1, 0.2, 0.3)).containsOnly(Optional.empty());
        assertThat(signals(-1, -0.6, -0.3, 0.1, 0.2, 0.2, 0.4))
                .as("equal values end a trend")
                .containsOnly(Optional.empty());
    }

    @Test
    void gives7RisingThen7FallingTheTurnToTheFall() {
        List<Optional<Signal>> signals = signals(-1, -.6, -.3, .1, .2, .3, .9, .5, .4, .2, .1, -.5, -.6);
        assertThat(signals.subList(0, 6)).containsOnly(Optional.of(Signal.RISING));
        assertThat(signals.subList(6, 13)).containsOnly(Optional.of(Signal.FALLING));
    }

    @Test
    void sees2Of3NearALimit() {
        assertThat(signals(2.5, 1, 2.5)).isEqualTo(expected(Signal.NEAR_UPPER_LIMIT, null, Signal.NEAR_UPPER_LIMIT));
        assertThat(signals(-2.5, -3, -1)).isEqualTo(expected(Signal.NEAR_LOWER_LIMIT, Signal.NEAR_LOWER_LIMIT, null));
    }

    @Test
    void wantsAll3OnOneSideAndCountsNoneOutside() {
        assertThat(signals(2.5, -1, 2.5)).containsOnly(Optional.empty());
        assertThat(signals(2.5, 0, 2.5)).containsOnly(Optional.empty());
        assertThat(signals(2, 1, 2)).as("on two thirds").containsOnly(Optional.empty());
        assertThat(signals(2.5, 1, 3.5)).isEqualTo(expected(null, null, Signal.ABOVE_LIMITS));
    }

    @Test
    void sees7OnOneSideButNot6NorOnesOnTheCentre() {
        assertThat(signals(1, 2, 1, 2, 1, 2, 1)).containsOnly(Optional.of(Signal.ABOVE_CENTRE));
        assertThat(signals(-1, -2, -1, -2, -1, -2, -1)).containsOnly(Optional.of(Signal.BELOW_CENTRE));
        assertThat(signals(1, 2, 1, 2, 1, 2)).containsOnly(Optional.empty());
        assertThat(signals(1, 2, 1, 0, 1, 2, 1)).containsOnly(Optional.empty());
    }

    @Test
    void endsRunsAtGaps() {
        assertThat(signals(1, 2, 1, 2, NaN, 1, 2, 1)).containsOnly(Optional.empty());
        assertThat(signals(2.5, NaN, 2.5, 1)).containsOnly(Optional.empty());
        assertThat(signals(-1, -.6, -.3, NaN, .2, .3, .4, .5)).containsOnly(Optional.empty());
    }

    @Test
    void letsTheHigherPriorityTakeAMonth() {
        assertThat(signals(0.5, 1, 1.2, 1.4, 2.5, 2.6, 3.5))
                .startsWith(Optional.of(Signal.RISING))
                .endsWith(Optional.of(Signal.RISING), Optional.of(Signal.ABOVE_LIMITS));
        assertThat(signals(1, 1, 1, 1, 1, 2.5, 2.5))
                .startsWith(Optional.of(Signal.ABOVE_CENTRE))
                .endsWith(Optional.of(Signal.NEAR_UPPER_LIMIT));
    }

    @Test
    void swapsDirectionWithTheSignOfTheValues() {
        double[] values = {1, 2.5, 2.7, 1, 3.5, 1, 2, -1, 0.5, 0.7, 0.9, 1, 1.2, 1.3, 1.4};
        List<Integer> there = directions(signals(values));
        List<Integer> back =
                directions(signals(Arrays.stream(values).map(value -> -value).toArray()));
        assertThat(back).isEqualTo(there.stream().map(direction -> -direction).toList());
        assertThat(there).contains(1);
    }

    private static List<Integer> directions(List<Optional<Signal>> signals) {
        return signals.stream()
                .map(signal -> signal.map(Signal::direction).orElse(0))
                .toList();
    }

    private static List<Optional<Signal>> signals(double... values) {
        return Signals.of(points(values), 0, LIMITS);
    }

    private static List<Optional<Signal>> expected(@Nullable Signal... signals) {
        return Arrays.stream(signals).map(Optional::ofNullable).toList();
    }
}
