package physio.outcomes.compare.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.core.DD;

/**
 * The cross products of Z = [X, y] that a random intercept weighs, as functions of λ = σ_u²/σ²: ZᵀV₀⁻¹Z = W + Σ_n
 * Q_n/[n(1 + nλ)], W being what differs within clusters and Q_n the cluster sums of size n. The textbook's ZᵀZ − Σ_n
 * λ/(1 + nλ)·Q_n is the same number, but all terms of this one are positive: no λ cancels digits.
 */
final class RandomIntercept {
    private final double degreesOfFreedom;
    private final double[] sizes;
    private final double[] clusters;
    private final SymmetricMatrix within;
    private final List<SymmetricMatrix> between = new ArrayList<>();

    /**
     * Takes the sums of the kept columns.
     *
     * @param clusters in the order of their sizes
     * @param kept indexes of independent columns
     */
    RandomIntercept(WithinClusters within, List<ClusterSums> clusters, int[] kept, long rows) {
        this.degreesOfFreedom = (double) (rows - kept.length);
        this.sizes = clusters.stream().mapToDouble(ClusterSums::size).toArray();
        this.clusters = clusters.stream().mapToDouble(ClusterSums::clusters).toArray();
        int[] places = new int[kept.length + 1];
        System.arraycopy(kept, 0, places, 0, kept.length);
        places[kept.length] = clusters.get(0).columns();
        this.within = new SymmetricMatrix(places.length, (i, j) -> DD.from(within.entry(places[i], places[j])));
        for (ClusterSums sums : clusters) {
            between.add(new SymmetricMatrix(
                    places.length, (i, j) -> DD.from(new BigDecimal(sums.entry(places[i], places[j])))));
        }
    }

    /** N − p. */
    double degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** The largest n. */
    double largestSize() {
        return sizes[sizes.length - 1];
    }

    /** ZᵀV₀⁻¹Z at {@code ratio}. */
    SymmetricMatrix products(double ratio) {
        return within.plus(between, k -> 1 / (sizes[k] * (1 + sizes[k] * ratio)));
    }

    /** Minus its first derivative by λ. */
    SymmetricMatrix fall(double ratio) {
        return SymmetricMatrix.zero(within.size()).plus(between, k -> power(sizes[k], ratio, 2));
    }

    /** Its second derivative by λ. */
    SymmetricMatrix bend(double ratio) {
        return SymmetricMatrix.zero(within.size()).plus(between, k -> 2 * sizes[k] * power(sizes[k], ratio, 3));
    }

    /** log |V₀| = Σ log(1 + nλ) over the clusters. */
    double logDeterminant(double ratio) {
        return sum(n -> StrictMath.log1p(n * ratio));
    }

    /** The first derivative of log |V₀|. */
    double logDeterminantSlope(double ratio) {
        return sum(n -> n * power(n, ratio, 1));
    }

    /** The second derivative of log |V₀|. */
    double logDeterminantBend(double ratio) {
        return -sum(n -> n * n * power(n, ratio, 2));
    }

    /** 1/(1 + nλ) to the {@code exponent}. */
    private static double power(double size, double ratio, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power /= 1 + size * ratio;
        }
        return power;
    }

    private double sum(DoubleUnaryOperator term) {
        double sum = 0;
        for (int k = 0; k < sizes.length; k++) {
            sum += clusters[k] * term.applyAsDouble(sizes[k]);
        }
        return sum;
    }
}
