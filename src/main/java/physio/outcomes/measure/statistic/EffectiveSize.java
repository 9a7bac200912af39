package physio.outcomes.measure.statistic;

import java.math.BigInteger;
import java.util.OptionalDouble;

/** How many independent rows a clustered rate is worth, for its {@link Wilson} interval. */
public final class EffectiveSize {
    private EffectiveSize() {}

    /**
     * N / max(1, V/[p(1 − p)/(N − 1)]) with V the cluster-robust variance of the rate p; the number of clusters G when
     * p is 0 or 1, where V says nothing (Korn and Graubard, Survey Methodology 1998, for the idea). One row a cluster
     * gives N exactly. Empty for a single cluster with 0 &lt; p &lt; 1: it has no variance.
     *
     * @param responders sums of an indicator of 0 or 1
     */
    public static OptionalDouble of(ClusteredMean responders) {
        BigInteger n = BigInteger.valueOf(responders.rows());
        BigInteger others = n.subtract(responders.sum());
        if (responders.sum().signum() < 0 || others.signum() < 0) {
            throw new IllegalArgumentException("Invalid number of responders: not within 0 to the number of rows");
        }
        if (responders.sum().signum() == 0 || others.signum() == 0) {
            return OptionalDouble.of((double) responders.clusters());
        }
        return responders.clusters() < 2 ? OptionalDouble.empty() : OptionalDouble.of(deflated(responders, n, others));
    }

    /** The design effect G(N − 1)·R / [(G − 1)·N²·S·(N − S)], R = N²Σ(s_g − n_g·p)², kept whole until it divides N. */
    private static double deflated(ClusteredMean responders, BigInteger n, BigInteger others) {
        BigInteger clustered = BigInteger.valueOf(responders.clusters())
                .multiply(n.subtract(BigInteger.ONE))
                .multiply(responders.scaledResiduals());
        BigInteger independent = BigInteger.valueOf(responders.clusters() - 1)
                .multiply(n.pow(2))
                .multiply(responders.sum())
                .multiply(others);
        return clustered.compareTo(independent) <= 0 ? responders.rows() : Ratio.of(n.multiply(independent), clustered);
    }
}
