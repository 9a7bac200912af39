package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.clusteredMean;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectiveSizeTest {
    private static ClusteredMean responders(int patients, int rowsEach, int responding) {
        return clusteredMean(
                IntStream.range(0, patients * rowsEach).boxed().toList(),
                row -> "patient " + row / rowsEach,
                row -> row / rowsEach < responding ? 1 : 0);
    }

    @Test
    void isTheNumberOfRowsWithOneRowAPatient() {
        for (int responding : List.of(0, 1, 3, 6, 7)) {
            assertThat(EffectiveSize.of(responders(7, 1, responding))).hasValue(7);
        }
        assertThat(EffectiveSize.of(responders(1, 1, 1))).hasValue(1);
    }

    /** Two rows a patient that always agree: V = 4/3 · 4/8² = 1/12, p(1 − p)/(N − 1) = 1/28, 8/(28/12). */
    @Test
    void shrinksWhenRowsOfAPatientAgree() {
        assertThat(EffectiveSize.of(responders(4, 2, 2)).orElseThrow()).isCloseTo(24 / 7.0, within(1e-15));
    }

    @Test
    void neverExceedsTheNumberOfRows() {
        ClusteredMean opposite =
                clusteredMean(IntStream.range(0, 8).boxed().toList(), row -> "patient " + row / 2, row -> row % 2);
        assertThat(EffectiveSize.of(opposite)).hasValue(8);
    }

    @Test
    void isTheNumberOfPatientsAtRateZeroAndOne() {
        assertThat(EffectiveSize.of(responders(4, 3, 0))).hasValue(4);
        assertThat(EffectiveSize.of(responders(4, 3, 4))).hasValue(4);
    }

    @Test
    void isUnknownForOnePatientWhoDiffersFromVisitToVisit() {
        ClusteredMean one = clusteredMean(List.of(0, 1), row -> "patient", row -> row);
        assertThat(EffectiveSize.of(one)).isEmpty();
    }

    @Test
    void refusesWhatIsNoIndicator() {
        ClusteredMean scores = clusteredMean(List.of(5, 1), row -> "patient " + row, row -> row);
        assertThatThrownBy(() -> EffectiveSize.of(scores))
                .hasMessage("Invalid number of responders: not within 0 to the number of rows");
    }

    @Test
    void givesTheNumbersOfTheDystoniaTrial() {
        assertImproved(Cdystonia.DOSE_10000, 58 / 176.0, 114.1604447, 0.250103, 0.420086);
        assertImproved(Cdystonia.DOSE_5000, 50 / 175.0, 77.98287045, 0.197376, 0.394173);
        assertImproved(Cdystonia.PLACEBO, 33 / 171.0, 74.42015807, 0.119330, 0.296774);
    }

    private static void assertImproved(String arm, double rate, double size, double low, double high) {
        ClusteredMean improved =
                clusteredMean(Cdystonia.followUps(arm), Cdystonia::patient, row -> row.improvement() >= 10 ? 1 : 0);
        double effective = EffectiveSize.of(improved).orElseThrow();
        Interval interval = Wilson.interval(improved.mean(), effective);
        assertThat(improved.mean()).isEqualTo(rate);
        assertThat(effective).isCloseTo(size, within(1e-7));
        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }
}
