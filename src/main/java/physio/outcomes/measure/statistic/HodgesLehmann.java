package physio.outcomes.measure.statistic;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The typical change by Hodges and Lehmann (Annals of Mathematical Statistics 1963): the median of all Walsh averages
 * (x_i + x_j)/2, i ≤ j, zeros kept, in steps.
 *
 * <p>The limits are where the signed-rank z, with continuity ½ and the variance for ties, crosses ±1.959964 as the
 * data are shifted (Bauer, JASA 1972). Between Walsh averages no shifted value is zero and |x_i − d| = |x_j − d| only
 * for equal values, so the variance is the same at every such shift and the rank sum counts the Walsh averages above
 * it. The crossings are therefore order statistics of the Walsh averages, found exactly. R finds the same by root
 * search to 1e-4: {@code wilcox.test(x, mu = 0.123, conf.int = TRUE, exact = FALSE)}.
 *
 * @param estimate in steps, a multiple of ¼
 * @param limits of 95%, multiples of ½; empty when so few or so tied values cannot reach 95%
 */
public record HodgesLehmann(double estimate, Optional<Interval> limits) {
    /** Throws IllegalStateException when there are no rows. */
    public static HodgesLehmann of(Histogram histogram) {
        if (histogram.count() == 0) {
            throw new IllegalStateException("Cannot take a median of Walsh averages: the histogram is empty");
        }
        WalshSums sums = new WalshSums(histogram);
        long middle = sums.count() / 2;
        // With an odd number of averages both ranks are the same one.
        long twice = sums.ranked(sums.count() - middle) + sums.ranked(middle + 1);
        return new HodgesLehmann(twice / 4.0, limits(histogram, sums));
    }

    private static Optional<Interval> limits(Histogram histogram, WalshSums sums) {
        if (!reaches(histogram)) {
            return Optional.empty();
        }
        // The smallest rank sum V whose z = (V − M/2 − ½)/σ is at least 1.959964, M being the largest V.
        double critical = sums.count() / 2.0 + 0.5 + Confidence.Z * sigma(histogram.count(), histogram.counts());
        long rank = Math.min((long) Math.ceil(critical), sums.count());
        long low = sums.ranked(sums.count() - rank + 1);
        long high = sums.ranked(rank);
        return Optional.of(new Interval(low / 2.0, high / 2.0));
    }

    /** Whether 95% can be reached, judged as R does: by z with the data shifted to their smallest and largest value. */
    private static boolean reaches(Histogram histogram) {
        long[] counts = histogram.counts();
        int last = counts.length - 1;
        return largestZ(histogram.count(), counts, 0) >= Confidence.Z
                && largestZ(histogram.count(), counts, last) >= Confidence.Z;
    }

    /** z where all rows lie on one side, those at the value {@code zero} having become zeros, which drop out here. */
    private static double largestZ(long rows, long[] counts, int zero) {
        long left = rows - counts[zero];
        if (left == 0) {
            return 0;
        }
        long[] others = counts.clone();
        others[zero] = 0;
        return (left * (left + 1.0) / 4 - 0.5) / sigma(left, others);
    }

    /** √[n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48] for ties of t rows. */
    private static double sigma(long rows, long[] ties) {
        BigInteger n = BigInteger.valueOf(rows);
        BigInteger next = n.add(BigInteger.ONE);
        BigInteger variance = n.multiply(next).multiply(n.add(next)).shiftLeft(1);
        for (long tie : ties) {
            BigInteger t = BigInteger.valueOf(tie);
            variance = variance.subtract(t.pow(3).subtract(t));
        }
        return Math.sqrt(variance.doubleValue() / 48);
    }
}
