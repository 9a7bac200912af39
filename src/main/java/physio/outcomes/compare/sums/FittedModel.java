package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.Arrays;
import physio.outcomes.compare.model.LeastSquares;

/**
 * A fitted linear model of a sample as a pass over the rows needs it. A residual is rounded to a power of two fine enough not to
 * matter, so that its sums are whole numbers; the power leaves room for every sum of the pass in 63 bits.
 */
public final class FittedModel implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FINEST = 30;
    private static final int ROOM = 61;

    private final int sample;
    private final double followUpSlope;
    private final double baselineSlope;
    private final double[] coefficients;
    private final int[] places;
    private final int rank;
    private final int halvings;

    /** Of a model whose response is the follow-up score. */
    public static FittedModel ofFollowUp(
            int sample, TermProducts products, LeastSquares fit, int[] columns, Layout layout) {
        return new FittedModel(sample, 1, 0, products, fit, columns, layout);
    }

    /** Of a model whose response is improvement. */
    public static FittedModel ofImprovement(
            int sample, int polarity, TermProducts products, LeastSquares fit, int[] columns, Layout layout) {
        return new FittedModel(sample, polarity, polarity, products, fit, columns, layout);
    }

    private FittedModel(
            int sample,
            double followUpSlope,
            double baselineSlope,
            TermProducts products,
            LeastSquares fit,
            int[] columns,
            Layout layout) {
        this.sample = sample;
        this.coefficients = new double[layout.size()];
        this.places = new int[layout.size()];
        Arrays.fill(places, -1);
        int[] kept = fit.indexes();
        for (int i = 0; i < kept.length; i++) {
            coefficients[columns[kept[i]]] = fit.coefficients()[i];
            places[columns[kept[i]]] = i;
        }
        this.followUpSlope = followUpSlope;
        this.baselineSlope = baselineSlope + coefficients[Layout.BASELINE];
        this.rank = kept.length;
        this.halvings = halvings(products);
    }

    /**
     * So fine that the sum of |baseline · residual| over all rows still has room: |e| ≤ |f| + |b| + |fitted|, and Σ|b·e| ≤ √(Σb²·Σe²) by
     * Cauchy and Schwarz, with Σe² ≤ 4(Σb² + Σf²) by least squares.
     */
    private static int halvings(TermProducts products) {
        double most = 4 * (products.squares().doubleValue() + products.rows());
        return Math.max(0, Math.min(FINEST, ROOM - Math.getExponent(most)));
    }

    int sample() {
        return sample;
    }

    int rank() {
        return rank;
    }

    /** A whole residual is one in steps times 2 to this power. */
    int halvings() {
        return halvings;
    }

    /** Adds a row's residual times its columns to its cluster's score. */
    void addScore(long[] score, AnalysisRow row, Layout layout) {
        double fitted = coefficients[Layout.INTERCEPT];
        for (int f = 0; f < layout.visit(); f++) {
            fitted += coefficients[layout.column(f, row.levels[f])];
        }
        long residual = (long)
                Math.rint(Math.scalb(followUpSlope * row.followUp - fitted - baselineSlope * row.baseline, halvings));
        add(score, Layout.INTERCEPT, residual);
        add(score, Layout.BASELINE, Math.multiplyExact(residual, (long) row.baseline));
        for (int f = 0; f < layout.visit(); f++) {
            add(score, layout.column(f, row.levels[f]), residual);
        }
    }

    private void add(long[] score, int column, long term) {
        if (places[column] >= 0) {
            score[places[column]] += term;
        }
    }
}
