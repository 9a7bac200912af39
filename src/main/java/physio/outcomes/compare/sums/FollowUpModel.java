package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.Arrays;

/** The probability that an episode with a baseline has a follow-up, by technique, baseline and case mix. */
public final class FollowUpModel implements Serializable {
    /** A whole weight is one times 2 to this power. */
    static final int HALVINGS = 24;

    private static final long serialVersionUID = 1L;
    private final double[] coefficients;
    private final long[] certain;

    /**
     * A model.
     *
     * @param coefficients logistic ones over the layout
     * @param certain keys of patterns that all have, or none has, a follow-up; ascending
     */
    public FollowUpModel(double[] coefficients, long[] certain) {
        this.coefficients = coefficients.clone();
        this.certain = certain.clone();
    }

    /** The inverse of the probability, of a row that has a follow-up, in whole parts. */
    long weight(AnalysisRow row, Layout layout, long key) {
        double weight = 1;
        if (coefficients.length > 0 && Arrays.binarySearch(certain, key) < 0) {
            weight = 1 / Weighting.probability(layout.predictor(coefficients, row, 0));
        }
        return (long) Math.rint(Math.scalb(weight, HALVINGS));
    }
}
