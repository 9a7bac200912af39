package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class WilsonTest {
    @Test
    void agreesWithR() {
        assertThat(ReferenceFiles.reference("wilson")).hasSize(8).allSatisfy(WilsonTest::assertAgrees);
    }

    private static void assertAgrees(CSVRecord row) {
        Interval interval = Wilson.interval(number(row, "responders") / number(row, "size"), number(row, "size"));
        assertThat(interval.low()).isCloseTo(number(row, "low"), within(1e-14));
        assertThat(interval.high()).isCloseTo(number(row, "high"), within(1e-14));
    }

    @Test
    void touchesZeroAndOneExactly() {
        assertThat(Wilson.interval(0, 37.5).low()).isZero();
        assertThat(Wilson.interval(1, 37.5).high()).isEqualTo(1);
    }

    @Test
    void isTheMirrorImageForTheComplement() {
        Interval there = Wilson.interval(0.25, 40);
        Interval back = Wilson.interval(0.75, 40);
        assertThat(1 - back.high()).isCloseTo(there.low(), within(1e-15));
        assertThat(1 - back.low()).isCloseTo(there.high(), within(1e-15));
    }

    @Test
    void refusesImpossibleRatesAndSizes() {
        assertThatThrownBy(() -> Wilson.interval(1.5, 10)).hasMessage("Invalid rate: 1.5 (must be in 0 to 1)");
        assertThatThrownBy(() -> Wilson.interval(0.5, 0)).hasMessage("Invalid size: 0.0 (must be above 0)");
    }
}
