package physio.outcomes.measure.statistic;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * Exact sums of a score in whole steps: they merge in any order to the same bits, and the SD loses nothing when the
 * mean is large against it.
 *
 * @param count rows, at least 1
 * @param sum of the values, in steps
 * @param sumOfSquares of the values, in steps squared
 */
public record Moments(long count, BigInteger sum, BigInteger sumOfSquares) {
    public Moments {
        if (count < 1) {
            throw new IllegalArgumentException("Invalid number of rows: " + count + " (must be at least 1)");
        }
    }

    /** The rows of both. */
    public Moments plus(Moments other) {
        return new Moments(Math.addExact(count, other.count), sum.add(other.sum), sumOfSquares.add(other.sumOfSquares));
    }

    /** The arithmetic mean, in steps. */
    public double mean() {
        return Ratio.of(sum, BigInteger.valueOf(count));
    }

    /** The sample SD √[(nΣx² − (Σx)²) / (n(n − 1))], in steps; empty below two rows. */
    public OptionalDouble sd() {
        if (count < 2) {
            return OptionalDouble.empty();
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger spread = n.multiply(sumOfSquares).subtract(sum.multiply(sum));
        return OptionalDouble.of(Math.sqrt(Ratio.of(spread, n.multiply(n.subtract(BigInteger.ONE)))));
    }
}
