package physio.outcomes.compare;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import physio.outcomes.compare.model.LogisticPattern;
import physio.outcomes.compare.sums.Layout;

/** Turns combinations of levels and baseline into rows of a model's design. */
final class Patterns {
    private final Layout layout;
    private final int from;

    /** Where a column of the layout stands among the model's, −1 where it does not. */
    private final int[] places;

    /**
     * For the columns of a model.
     *
     * @param from the first factor that the model may hold
     * @param columns of the layout, in the model's order: intercept, technique, baseline, case mix
     */
    Patterns(int from, int[] columns, Layout layout) {
        this.layout = layout;
        this.from = from;
        this.places = new int[layout.size()];
        Arrays.fill(places, -1);
        for (int place = 0; place < columns.length; place++) {
            places[columns[place]] = place;
        }
    }

    /** What a row has in the model's columns. */
    interface Entries {
        /** Takes a value that is not 0. */
        void take(int place, long value);
    }

    /** Tells the entries of a combination, in the model's order. */
    void forEach(IntUnaryOperator level, int baseline, Entries entries) {
        take(Layout.INTERCEPT, 1, entries);
        for (int f = from; f < layout.visit(); f++) {
            if (f == 1) {
                take(Layout.BASELINE, baseline, entries);
            }
            take(layout.column(f, level.applyAsInt(f)), 1, entries);
        }
        if (layout.visit() <= 1) {
            take(Layout.BASELINE, baseline, entries);
        }
    }

    private void take(int column, long value, Entries entries) {
        if (places[column] >= 0 && value != 0) {
            entries.take(places[column], value);
        }
    }

    /** The pattern of a combination. */
    LogisticPattern of(IntUnaryOperator level, int baseline, long trials, long successes) {
        int[] own = new int[layout.visit() + 2];
        long[] values = new long[own.length];
        int[] count = {0};
        forEach(level, baseline, (place, value) -> {
            own[count[0]] = place;
            values[count[0]++] = value;
        });
        return new LogisticPattern(Arrays.copyOf(own, count[0]), Arrays.copyOf(values, count[0]), trials, successes);
    }

    /** Σ coefficient · entry. */
    double linear(IntUnaryOperator level, int baseline, double[] coefficients) {
        double[] sum = {0};
        forEach(level, baseline, (place, value) -> sum[0] += coefficients[place] * value);
        return sum[0];
    }
}
