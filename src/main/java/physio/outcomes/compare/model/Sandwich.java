package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.List;

/**
 * The cluster-robust covariance of least squares, CR1: (XᵀX)⁻¹ M (XᵀX)⁻¹ · G/(G − 1) · (N − 1)/(N − rank), with the
 * meat M = Σ_g (X_gᵀe_g)(X_gᵀe_g)ᵀ over G clusters (Liang and Zeger, Biometrika 1986; Cameron and Miller, J Human
 * Resources 2015). R: {@code sandwich::vcovCL(type = "HC1")}. With one row a cluster it is HC1. t has G − 1 degrees of
 * freedom.
 */
public final class Sandwich {
    private final LeastSquares fit;
    private final double[][] covariance;
    private final long clusters;

    private Sandwich(LeastSquares fit, double[][] covariance, long clusters) {
        this.fit = fit;
        this.covariance = covariance;
        this.clusters = clusters;
    }

    /**
     * The covariance of {@code fit}.
     *
     * @param meat over the kept columns of {@code fit}, in their order
     * @param clusters G, at least 2
     * @throws IllegalArgumentException for one cluster, a meat of another size, or no degree of freedom left
     */
    public static Sandwich of(LeastSquares fit, double[][] meat, long clusters) {
        if (clusters < 2) {
            throw new IllegalArgumentException("Invalid number of clusters: " + clusters + " (must be at least 2)");
        }
        if (fit.rows() <= fit.rank()) {
            throw new IllegalArgumentException(
                    "Cannot estimate a covariance: " + fit.rows() + " rows for rank " + fit.rank());
        }
        if (meat.length != fit.rank() || Arrays.stream(meat).anyMatch(row -> row.length != fit.rank())) {
            throw new IllegalArgumentException("Invalid meat: not " + fit.rank() + " by " + fit.rank());
        }
        double factor = clusters / (clusters - 1.0) * ((fit.rows() - 1.0) / (fit.rows() - fit.rank()));
        double[][] bread = fit.inverse();
        return new Sandwich(fit, scale(multiply(multiply(bread, meat), bread), factor), clusters);
    }

    private static double[][] multiply(double[][] left, double[][] right) {
        int size = left.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                for (int j = 0; j < size; j++) {
                    product[i][j] += left[i][k] * right[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] scale(double[][] matrix, double factor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(entry -> entry * factor).toArray())
                .toArray(double[][]::new);
    }

    /** Names of the kept columns. */
    public List<String> columns() {
        return fit.columns();
    }

    /** Of the coefficients of the kept columns. */
    public double[][] covariance() {
        return scale(covariance, 1);
    }

    /** G − 1. */
    public long degreesOfFreedom() {
        return clusters - 1;
    }

    /** wᵀCw for one weight a kept column; never negative. */
    public double variance(double[] weights) {
        checkSize(weights);
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                variance += weights[i] * covariance[i][j] * weights[j];
            }
        }
        // A direction without residuals has variance 0, which rounding may turn negative.
        return Math.max(0, variance);
    }

    /** The square root of the variance of a combination. */
    public double standardError(double[] weights) {
        return Math.sqrt(variance(weights));
    }

    /** The combination wᵀβ with its standard error. */
    public Contrast contrast(double[] weights) {
        checkSize(weights);
        double[] coefficients = fit.coefficients();
        double estimate = 0;
        for (int i = 0; i < weights.length; i++) {
            estimate += weights[i] * coefficients[i];
        }
        return new Contrast(estimate, standardError(weights), (double) degreesOfFreedom());
    }

    /** One coefficient with its standard error. */
    public Contrast contrast(String column) {
        double[] weights = new double[fit.rank()];
        weights[fit.position(column)] = 1;
        return contrast(weights);
    }

    private void checkSize(double[] weights) {
        if (weights.length != fit.rank()) {
            throw new IllegalArgumentException("Invalid weights: " + weights.length + " (must be one for each of "
                    + fit.rank() + " kept columns)");
        }
    }
}
