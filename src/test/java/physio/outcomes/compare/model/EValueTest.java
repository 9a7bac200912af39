package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.Ashar;
import physio.outcomes.measure.statistic.Interval;

class EValueTest {
    /** RR = 2 has E = 2 + √2, and d = log 2/0.91 has RR = 2. */
    @Test
    void isTwoAndItsRootForADoubledRisk() {
        double d = Math.log(2) / 0.91;
        EValue there = EValue.of(3 * d, new Interval(0, 6 * d), 3);
        assertThat(there.point()).isCloseTo(2 + Math.sqrt(2), within(1e-12));
        EValue back = EValue.of(-5 * d, new Interval(-9 * d, -3 * d), 3);
        assertThat(back.limit()).isCloseTo(2 + Math.sqrt(2), within(1e-12));
    }

    @Test
    void hasALimitOfOneWhereTheIntervalSpansZero() {
        assertThat(EValue.of(1, new Interval(-0.5, 2.5), 2).limit()).isEqualTo(1);
        assertThat(EValue.of(0, new Interval(-1, 1), 2)).isEqualTo(new EValue(1, 1));
    }

    @Test
    void givesTheNumbersOfTheBackPainTrial() {
        List<Long> followUps = Stream.of(Ashar.REPROCESSING, Ashar.PLACEBO, Ashar.USUAL_CARE)
                .flatMap(arm -> Ashar.arm(arm).stream())
                .map(Ashar::followUp)
                .toList();
        double mean = followUps.stream().mapToLong(value -> value).average().orElseThrow();
        double squares = followUps.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double sd = Math.sqrt(squares / (followUps.size() - 1));
        EValue value = EValue.of(2.220146037, new Interval(1.735200, 2.705092), sd);
        assertThat(value.point()).isCloseTo(6.110725506, within(1e-8));
        assertThat(value.limit()).isCloseTo(4.556561023, within(1e-5));
    }

    @Test
    void refusesAnOutcomeWithoutSpread() {
        assertThatThrownBy(() -> EValue.of(1, new Interval(0, 2), 0)).hasMessage("Invalid SD: 0.0 (must be above 0)");
    }
}
