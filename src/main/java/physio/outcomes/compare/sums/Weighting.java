package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Overlap weighting of a technique against the reference as a pass over the rows needs it: the weight of a row and its influence on
 * the weighted difference, both rounded to powers of two, so that their sums are whole numbers.
 */
public final class Weighting implements Serializable {
    /** A whole weight is one times 2 to this power. */
    public static final int WEIGHT_HALVINGS = 30;

    private static final long serialVersionUID = 1L;
    private final int sample;
    private final int technique;
    private final int reference;
    private final double[] propensity;
    private final double[] correction;
    private final long[] removed;
    private final double mean;
    private final double meanOfReference;
    private final double weight;
    private final double weightOfReference;
    private final int halvings;

    /**
     * A weighting.
     *
     * @param levels of the technique and of the reference
     * @param propensity the logistic coefficients over the layout
     * @param correction what an estimated propensity adds to a row's influence, over the layout
     * @param removed keys of patterns without weight, ascending
     * @param means weighted improvement of the technique and of the reference
     * @param weights their sums of weights
     * @param halvings a whole influence is one times 2 to this power
     */
    public Weighting(
            int sample,
            int[] levels,
            double[] propensity,
            double[] correction,
            long[] removed,
            double[] means,
            double[] weights,
            int halvings) {
        this.sample = sample;
        this.technique = levels[0];
        this.reference = levels[1];
        this.propensity = propensity.clone();
        this.correction = correction.clone();
        this.removed = removed.clone();
        this.mean = means[0];
        this.meanOfReference = means[1];
        this.weight = weights[0];
        this.weightOfReference = weights[1];
        this.halvings = halvings;
    }

    int sample() {
        return sample;
    }

    /** A whole influence is one times 2 to this power. */
    public int halvings() {
        return halvings;
    }

    boolean isOf(AnalysisRow row) {
        return row.technique == technique || row.technique == reference;
    }

    /** Whether a row of it is of the technique, and not of the reference. */
    boolean isTechnique(AnalysisRow row) {
        return row.technique == technique;
    }

    boolean isRemoved(long key) {
        return removed.length > 0 && Arrays.binarySearch(removed, key) >= 0;
    }

    /** The share of rows like this one that got the technique. */
    double score(AnalysisRow row, Layout layout) {
        return probability(layout.predictor(propensity, row, 1));
    }

    /** From the linear predictor; the same bits on every machine. */
    public static double probability(double predictor) {
        return 1 / (1 + StrictMath.exp(-predictor));
    }

    double weight(AnalysisRow row, double score) {
        return isTechnique(row) ? 1 - score : score;
    }

    /** What the row moves the estimate by, in whole units. */
    long influence(AnalysisRow row, double score, Layout layout) {
        double own = isTechnique(row)
                ? (row.improvement - mean) / weight
                : -(row.improvement - meanOfReference) / weightOfReference;
        double sign = isTechnique(row) ? 1 : -1;
        double influence = weight(row, score) * (own + sign * layout.predictor(correction, row, 1));
        return (long) Math.rint(Math.scalb(influence, halvings));
    }
}
