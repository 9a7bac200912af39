package physio.outcomes.compare;

import java.util.function.DoubleBinaryOperator;

/** One technique's rows under overlap weights, pattern by pattern. */
final class WeightedArm {
    private final double[] weights;
    private final long[] rows;
    private final double[] improvements;
    private final double weight;
    private final double mean;

    /**
     * An arm.
     *
     * @param weights of each pattern's rows
     * @param rows of each pattern
     * @param improvements Σ improvement of each pattern, in steps
     */
    WeightedArm(double[] weights, long[] rows, double[] improvements) {
        this.weights = weights.clone();
        this.rows = rows.clone();
        this.improvements = improvements.clone();
        double all = 0;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i] * rows[i];
            sum += weights[i] * improvements[i];
        }
        weight = all;
        mean = sum / all;
    }

    /** Σ of weights. */
    double weight() {
        return weight;
    }

    /** The weighted mean of improvement, in steps; not a number without weight. */
    double mean() {
        return mean;
    }

    /** The Σ of a pattern's rows of improvement beyond the weighted mean. */
    double excess(int pattern) {
        return improvements[pattern] - rows[pattern] * mean;
    }

    /** How many rows of equal weight would tell as much (Kish, Survey Sampling 1965). */
    double effectiveSize() {
        double squared = 0;
        for (int i = 0; i < weights.length; i++) {
            squared += weights[i] * weights[i] * rows[i];
        }
        return weight * weight / squared;
    }

    /** Mean and variance (n − 1) of a term over the rows, and its weighted mean. */
    Spread spread(double[] term) {
        double sum = 0;
        double weighted = 0;
        long count = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += rows[i] * term[i];
            weighted += rows[i] * weights[i] * term[i];
            count += rows[i];
        }
        double center = sum / count;
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            squares += rows[i] * (term[i] - center) * (term[i] - center);
        }
        return new Spread(center, squares / (count - 1), weighted / weight);
    }

    /** How a term is spread over an arm. */
    record Spread(double mean, double variance, double weightedMean) {
        /** Of a level that a share of the rows, and of the weights, has. */
        static Spread ofShare(double share, double weightedShare) {
            return new Spread(share, share * (1 - share), weightedShare);
        }
    }

    /** The smallest or largest of the values of patterns with rows. */
    double extreme(double[] values, DoubleBinaryOperator choice) {
        double extreme = Double.NaN;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] > 0 && !Double.isNaN(values[i])) {
                extreme = Double.isNaN(extreme) ? values[i] : choice.applyAsDouble(extreme, values[i]);
            }
        }
        return extreme;
    }
}
