package physio.outcomes.measure.statistic;

/**
 * The sums x_i + x_j of all pairs i ≤ j of a histogram's rows, in order, without listing them: a Walsh average is half
 * such a sum. Each look-up costs one pass over the distinct values for each bit of their range.
 */
final class WalshSums {
    private final long[] values;
    private final long[] counts;
    private final long[] cumulative;
    private final long rows;

    WalshSums(Histogram histogram) {
        values = histogram.values();
        counts = histogram.counts();
        rows = histogram.count();
        cumulative = new long[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            cumulative[i + 1] = cumulative[i] + counts[i];
        }
    }

    /** n(n + 1)/2 for n rows. */
    long count() {
        return Math.multiplyExact(rows, rows + 1) / 2;
    }

    /** The {@code rank}-th smallest sum in steps, the first being 1. */
    long ranked(long rank) {
        long low = 2 * values[0];
        long high = 2 * values[values.length - 1];
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (countAtMost(middle) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many sums are at most {@code sum}: ordered pairs plus the diagonal, halved. */
    private long countAtMost(long sum) {
        long ordered = 0;
        long diagonal = 0;
        int partners = values.length;
        for (int i = 0; i < values.length; i++) {
            while (partners > 0 && values[partners - 1] > sum - values[i]) {
                partners--;
            }
            ordered += counts[i] * cumulative[partners];
            if (2 * values[i] <= sum) {
                diagonal += counts[i];
            }
        }
        return (ordered + diagonal) / 2;
    }
}
