package physio.outcomes.compare;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import physio.outcomes.compare.model.LogisticPattern;
import physio.outcomes.compare.sums.Layout;

/** Turns combinations of levels and baseline into rows of a logistic model's design. */
final class Patterns {
    private Patterns() {}

    /**
     * A pattern.
     *
     * @param level of each factor
     * @param from the first factor that the model may hold
     * @param columns of the layout, in the model's order
     */
    static LogisticPattern of(
            IntUnaryOperator level, int from, int baseline, int[] columns, Layout layout, long trials, long successes) {
        int[] places = new int[columns.length];
        long[] values = new long[columns.length];
        int entries = 0;
        for (int place = 0; place < columns.length; place++) {
            long value = value(level, from, baseline, columns[place], layout);
            if (value != 0) {
                places[entries] = place;
                values[entries++] = value;
            }
        }
        return new LogisticPattern(Arrays.copyOf(places, entries), Arrays.copyOf(values, entries), trials, successes);
    }

    /** What a combination has in a column. */
    static long value(IntUnaryOperator level, int from, int baseline, int column, Layout layout) {
        if (column == Layout.INTERCEPT) {
            return 1;
        }
        if (column == Layout.BASELINE) {
            return baseline;
        }
        for (int f = from; f < layout.visit(); f++) {
            if (layout.column(f, level.applyAsInt(f)) == column) {
                return 1;
            }
        }
        return 0;
    }
}
