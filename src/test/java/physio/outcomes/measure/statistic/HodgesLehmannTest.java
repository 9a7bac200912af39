package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static physio.outcomes.measure.statistic.ReferenceFiles.has;
import static physio.outcomes.measure.statistic.ReferenceFiles.histogram;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {
    @Test
    void agreesWithR() {
        assertThat(ReferenceFiles.reference("hodges-lehmann"))
                .hasSize(13)
                .allSatisfy(row -> assertThat(HodgesLehmann.of(histogram(ReferenceFiles.values(row))))
                        .as(row.get("name"))
                        .isEqualTo(expected(row)));
    }

    private static HodgesLehmann expected(CSVRecord row) {
        Optional<Interval> limits =
                has(row, "low") ? Optional.of(new Interval(number(row, "low"), number(row, "high"))) : Optional.empty();
        return new HodgesLehmann(number(row, "estimate"), limits);
    }

    /** Walsh averages of 0, 1, 5: 0, ½, 1, 2½, 3, 5. */
    @Test
    void takesTheMeanOfTheTwoMiddleAverages() {
        assertThat(HodgesLehmann.of(histogram(0, 1, 5)).estimate()).isEqualTo(1.75);
    }

    @Test
    void hasNoLimitsForOneRowOrEqualRows() {
        assertThat(HodgesLehmann.of(histogram(-4))).isEqualTo(new HodgesLehmann(-4, Optional.empty()));
        assertThat(HodgesLehmann.of(histogram(2, 2, 2)).limits()).isEmpty();
    }

    /** With n − 1 = 5 ranks the largest z is 7/√13.75 = 1.888, with 6 it is 10/√22.75 = 2.097. */
    @Test
    void reachesItsLevelFromSevenDistinctRowsOn() {
        assertThat(HodgesLehmann.of(histogram(1, 2, 3, 4, 5, 6)).limits()).isEmpty();
        assertThat(HodgesLehmann.of(histogram(1, 2, 3, 4, 5, 6, 7)).limits()).contains(new Interval(1.5, 6.5));
    }

    /** By definition, with mid-ranks: z is beyond 1.959964 on the one side of a limit and within on the other. */
    @Test
    void hasItsLimitsWhereZCrosses() {
        Random random = new Random(5);
        for (int repeat = 0; repeat < 200; repeat++) {
            long[] values = random.longs(8 + repeat % 30, -6, 9).toArray();
            HodgesLehmann.of(histogram(values)).limits().ifPresent(limits -> {
                assertThat(z(values, limits.low() - 0.25)).isGreaterThanOrEqualTo(Confidence.Z);
                assertThat(z(values, limits.low() + 0.25)).isLessThan(Confidence.Z);
                assertThat(z(values, limits.high() - 0.25)).isGreaterThan(-Confidence.Z);
                assertThat(z(values, limits.high() + 0.25)).isLessThanOrEqualTo(-Confidence.Z);
            });
        }
    }

    private static double z(long[] values, double shift) {
        double n = values.length;
        double ranks = 0;
        double ties = 0;
        for (long value : values) {
            double size = Math.abs(value - shift);
            long smaller = Arrays.stream(values)
                    .filter(x -> Math.abs(x - shift) < size)
                    .count();
            long equal = Arrays.stream(values)
                    .filter(x -> Math.abs(x - shift) == size)
                    .count();
            ranks += value > shift ? smaller + (equal + 1) / 2.0 : 0;
            ties += equal * equal - 1;
        }
        double excess = ranks - n * (n + 1) / 4;
        return (excess - Math.signum(excess) / 2) / Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
    }

    @Test
    void mirrorsUnderAChangeOfSign() {
        Histogram histogram = histogram(-4, -1, 0, 0, 2, 3, 7, 8, 12, 15);
        HodgesLehmann there = HodgesLehmann.of(histogram);
        HodgesLehmann back = HodgesLehmann.of(histogram.negate());
        assertThat(back.estimate()).isEqualTo(-there.estimate());
        assertThat(back.limits()).isEqualTo(there.limits().map(limits -> limits.times(-1)));
    }

    @Test
    void givesTheNumbersOfTheDystoniaTrial() {
        assertThat(HodgesLehmann.of(Cdystonia.changes(Cdystonia.DOSE_10000)))
                .isEqualTo(new HodgesLehmann(1, Optional.of(new Interval(-1.5, 3.5))));
        assertThat(HodgesLehmann.of(Cdystonia.changes(Cdystonia.DOSE_5000)))
                .isEqualTo(new HodgesLehmann(-1, Optional.of(new Interval(-3.5, 1.5))));
        assertThat(HodgesLehmann.of(Cdystonia.changes(Cdystonia.PLACEBO)))
                .isEqualTo(new HodgesLehmann(1, Optional.of(new Interval(-2, 3.5))));
    }

    @Test
    void isQuickForManyDistinctValues() {
        Map<Long, Long> counts = new TreeMap<>();
        for (long i = 0; i < 100_000; i++) {
            counts.put(i * i - 1_000_000_000L, 1 + i % 7);
        }
        Histogram histogram = Histogram.of(counts);
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(HodgesLehmann.of(histogram).limits()).isPresent());
    }

    @Test
    void hasNoEstimateWithoutRows() {
        assertThatThrownBy(() -> HodgesLehmann.of(Histogram.of(Map.of())))
                .hasMessage("Cannot take a median of Walsh averages: the histogram is empty");
    }
}
