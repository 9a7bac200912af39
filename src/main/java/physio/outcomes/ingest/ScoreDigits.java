package physio.outcomes.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Measure;

/**
 * Counts how many scores of one measure are multiples of 5 and of 10 steps: sums, so that parts of a file add up. Where scores are read
 * off a scale, about every fifth and every tenth is; where three times as many are, somebody rounds (digit preference).
 *
 * <p>Only grids of more than 20 points are looked at, from 100 scores on. The ends of the scale are left out: they are chosen for
 * other reasons.
 */
final class ScoreDigits implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_COARSE_POINTS = 20;
    private static final long FEWEST_SCORES = 100;
    private static final double MANY_TIMES = 3;

    private final String measure;
    private final int first;
    private final int columns;
    private final int low;
    private final int high;
    private long scores;
    private long fives;
    private long tens;

    /**
     * Begins to count.
     *
     * @param first where the measure's scores begin in a session's scores
     */
    ScoreDigits(Measure measure, int first) {
        this.measure = measure.id();
        this.first = first;
        this.columns = measure.columns().size();
        this.low = steps(measure.low(), measure);
        this.high = steps(measure.high(), measure);
    }

    private static int steps(BigDecimal end, Measure measure) {
        return end.divideToIntegralValue(measure.step()).intValueExact();
    }

    /** Whether a measure has a grid that is fine enough to round on. */
    static boolean isFine(Measure measure) {
        return measure.isGrid()
                && measure.high()
                                .subtract(measure.low())
                                .divideToIntegralValue(measure.step())
                                .intValueExact()
                        >= MOST_COARSE_POINTS;
    }

    void add(List<@Nullable Integer> all) {
        for (int i = first; i < first + columns; i++) {
            Integer score = all.get(i);
            if (score != null && score > low && score < high) {
                scores++;
                if (score % 5 == 0) {
                    fives++;
                    tens += score % 10 == 0 ? 1 : 0;
                }
            }
        }
    }

    void merge(ScoreDigits next) {
        scores += next.scores;
        fives += next.fives;
        tens += next.tens;
    }

    String measure() {
        return measure;
    }

    boolean isEnough() {
        return scores >= FEWEST_SCORES;
    }

    /** Whether far more scores are round than a scale gives. */
    boolean isPreferring() {
        return isEnough() && (isMany(fives, 5) || isMany(tens, 10));
    }

    private boolean isMany(long round, int every) {
        return round >= MANY_TIMES * expected(every) * scores;
    }

    /** The share of multiples among the points between the ends. */
    private double expected(int every) {
        int multiples = Math.floorDiv(high - 1, every) - Math.floorDiv(low, every);
        return (double) multiples / (high - low - 1);
    }

    /** The shares in words. */
    String sentence() {
        return String.format(
                Locale.ROOT,
                "%.0f%% of %d scores of %s are multiples of 5 steps and %.0f%% of 10, where %.0f%% and %.0f%% are expected",
                100.0 * fives / scores,
                scores,
                measure,
                100.0 * tens / scores,
                100 * expected(5),
                100 * expected(10));
    }
}
