package physio.outcomes.measure.statistic;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A mean whose rows come in clusters (the sessions of one patient), from exact sums over the clusters g with n_g rows
 * and row sum s_g. Standard errors are cluster-robust (Liang and Zeger, Biometrika 1986, with the factor G/(G − 1));
 * with one row a cluster they are SD/√n.
 *
 * @param rows N = Σn_g
 * @param clusters G
 * @param sum S = Σs_g, in steps (or in responders, for a rate)
 * @param squaredSizes Σn_g²
 * @param sizesTimesSums Σn_g·s_g
 * @param squaredSums Σs_g²
 */
public record ClusteredMean(
        long rows,
        long clusters,
        BigInteger sum,
        BigInteger squaredSizes,
        BigInteger sizesTimesSums,
        BigInteger squaredSums) {
    public ClusteredMean {
        if (clusters < 1 || rows < clusters) {
            throw new IllegalArgumentException("Invalid clusters: " + clusters + " of " + rows
                    + " rows (must be at least 1 and at most the number of rows)");
        }
    }

    /** The rows of both, which must not share a cluster. */
    public ClusteredMean plus(ClusteredMean other) {
        return new ClusteredMean(
                Math.addExact(rows, other.rows),
                Math.addExact(clusters, other.clusters),
                sum.add(other.sum),
                squaredSizes.add(other.squaredSizes),
                sizesTimesSums.add(other.sizesTimesSums),
                squaredSums.add(other.squaredSums));
    }

    /** S/N. */
    public double mean() {
        return Ratio.of(sum, BigInteger.valueOf(rows));
    }

    /** G/(G − 1) · Σ_g(s_g − n_g·mean)² / N², in steps squared; empty with one cluster. */
    public OptionalDouble variance() {
        if (clusters < 2) {
            return OptionalDouble.empty();
        }
        BigInteger scale = BigInteger.valueOf(rows).pow(4).multiply(BigInteger.valueOf(clusters - 1));
        return OptionalDouble.of(Ratio.of(BigInteger.valueOf(clusters).multiply(scaledResiduals()), scale));
    }

    /** The square root of the variance, in steps; empty with one cluster. */
    public OptionalDouble standardError() {
        OptionalDouble variance = variance();
        return variance.isEmpty() ? variance : OptionalDouble.of(Math.sqrt(variance.getAsDouble()));
    }

    /** G − 1. */
    public long degreesOfFreedom() {
        return clusters - 1;
    }

    /** The 95% t interval with G − 1 degrees of freedom, in steps; empty with one cluster. */
    public Optional<Interval> interval() {
        OptionalDouble error = standardError();
        return error.isEmpty()
                ? Optional.empty()
                : Optional.of(StudentT.interval(mean(), error.getAsDouble(), (double) degreesOfFreedom()));
    }

    /** N²·Σ_g(s_g − n_g·S/N)², a whole number. */
    BigInteger scaledResiduals() {
        BigInteger n = BigInteger.valueOf(rows);
        return n.pow(2)
                .multiply(squaredSums)
                .subtract(n.multiply(sum).multiply(sizesTimesSums).shiftLeft(1))
                .add(sum.pow(2).multiply(squaredSizes));
    }
}
