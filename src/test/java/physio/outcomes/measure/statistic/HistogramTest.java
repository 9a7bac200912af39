package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.histogram;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private final Histogram scores = histogram(3, -2, 0, 3, 3, 7);

    @Test
    void holdsValuesInOrderWithTheirCounts() {
        assertThat(scores.count()).isEqualTo(6);
        assertThat(scores.values()).containsExactly(-2, 0, 3, 7);
        assertThat(scores.counts()).containsExactly(1, 1, 3, 1);
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        assertThat(histogram(7, 3, 3, 0, 3, -2)).isEqualTo(scores).hasSameHashCodeAs(scores);
    }

    @Test
    void leavesOutValuesThatDoNotOccur() {
        assertThat(Histogram.of(Map.of(4L, 0L, 1L, 2L)).values()).containsExactly(1);
    }

    @Test
    void countsFromAThresholdInclusive() {
        assertThat(scores.countAtLeast(3)).isEqualTo(4);
        assertThat(scores.countAtLeast(4)).isEqualTo(1);
        assertThat(scores.countAtMost(-3)).isZero();
        assertThat(scores.countAtMost(0)).isEqualTo(2);
        assertThat(scores.countAtLeast(Long.MIN_VALUE)).isEqualTo(6);
    }

    @Test
    void interpolatesQuantilesAsR() {
        assertThat(ReferenceFiles.reference("quantile"))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(histogram(ReferenceFiles.values(row)).quantile(number(row, "p")))
                                .isCloseTo(number(row, "quantile"), within(1e-9)));
    }

    @Test
    void interpolatesQuartilesByHand() {
        assertThat(histogram(1, 2, 4, 8).quantile(0.25)).isEqualTo(1.75);
        assertThat(histogram(1, 2, 4, 8).quantile(0.5)).isEqualTo(3);
        assertThat(histogram(5).quantile(0.75)).isEqualTo(5);
    }

    @Test
    void addsTheRowsOfBoth() {
        assertThat(histogram(3, -2).plus(histogram(0, 3, 3, 7))).isEqualTo(scores);
        assertThat(scores.plus(Histogram.of(Map.of()))).isEqualTo(scores);
    }

    @Test
    void mirrorsUnderAChangeOfSign() {
        assertThat(scores.negate()).isEqualTo(histogram(-3, 2, 0, -3, -3, -7));
        assertThat(scores.negate().mean()).isEqualTo(-scores.mean());
        assertThat(scores.negate().quantile(0.25)).isEqualTo(-scores.quantile(0.75));
        assertThat(scores.negate().countAtMost(-3)).isEqualTo(scores.countAtLeast(3));
    }

    @Test
    void averagesExactly() {
        assertThat(scores.mean()).isEqualTo(14 / 6.0);
    }

    @Test
    void hasNoQuantileAndNoMeanWithoutRows() {
        Histogram empty = Histogram.of(Map.of());
        String message = "Cannot describe a distribution: the histogram is empty";
        assertThat(empty.count()).isZero();
        assertThat(empty.countAtMost(5)).isZero();
        assertThatThrownBy(() -> empty.quantile(0.5)).hasMessage(message);
        assertThatThrownBy(empty::mean).hasMessage(message);
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> Histogram.of(Map.of(1L, -1L))).hasMessage("Invalid count: -1 (must not be negative)");
        assertThatThrownBy(() -> Histogram.of(Map.of((1L << 53) + 1, 1L)))
                .hasMessage("Invalid histogram value: beyond ±2^53 (must be whole instrument steps)");
        assertThatThrownBy(() -> scores.quantile(1.01)).hasMessage("Invalid probability: 1.01 (must be in 0 to 1)");
    }

    @Test
    void givesTheQuartilesOfTheDystoniaTrial() {
        Histogram changes = Cdystonia.changes(Cdystonia.DOSE_5000);
        assertThat(changes.quantile(0.5)).isEqualTo(-1.5);
        assertThat(changes.quantile(0.25)).isEqualTo(-5);
        assertThat(changes.quantile(0.75)).isEqualTo(4);
    }
}
