package physio.outcomes.measure.statistic;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A distribution held exactly: how often each value occurs. Scores lie on coarse grids, so values are whole instrument
 * steps (a change of −1.5 points on a half-point grid is −3) and the histogram is small, however many rows it counts.
 */
public final class Histogram {
    /** Up to here a double holds every whole number, and sums of two values stay exact in a long. */
    private static final long LARGEST = 1L << 53;

    private final long[] values;
    private final long[] counts;
    /** How many rows are at or below each value. */
    private final long[] cumulative;

    private Histogram(long[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
        this.cumulative = counts.clone();
        Arrays.parallelPrefix(cumulative, Math::addExact);
    }

    /**
     * A histogram from value → count in any order; counts of 0 are left out.
     *
     * @throws IllegalArgumentException for a negative count or a value beyond ±2⁵³ steps
     */
    public static Histogram of(Map<Long, Long> countByValue) {
        TreeMap<Long, Long> sorted = new TreeMap<>(countByValue);
        sorted.forEach(Histogram::check);
        sorted.values().removeIf(count -> count == 0);
        return new Histogram(
                sorted.keySet().stream().mapToLong(Long::longValue).toArray(),
                sorted.values().stream().mapToLong(Long::longValue).toArray());
    }

    private static void check(long value, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("Invalid count: " + count + " (must not be negative)");
        }
        if (value < -LARGEST || value > LARGEST) {
            throw new IllegalArgumentException(
                    "Invalid histogram value: beyond ±2^53 (must be whole instrument steps)");
        }
    }

    /** How many rows. */
    public long count() {
        return counts.length == 0 ? 0 : cumulative[counts.length - 1];
    }

    /** The distinct values in steps, ascending. */
    public long[] values() {
        return values.clone();
    }

    /** The number of rows, at least 1, of each of {@link #values()}. */
    public long[] counts() {
        return counts.clone();
    }

    /** How many rows are at or below {@code value} steps. */
    public long countAtMost(long value) {
        int found = Arrays.binarySearch(values, value);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : cumulative[last];
    }

    /** How many rows are at or above {@code value} steps. */
    public long countAtLeast(long value) {
        return value == Long.MIN_VALUE ? count() : count() - countAtMost(value - 1);
    }

    /**
     * The quantile at {@code p} in 0–1, in steps, interpolated between order statistics at (n − 1)p (Hyndman and Fan,
     * American Statistician 1996, definition 7; R's default).
     *
     * @throws IllegalStateException when there are no rows
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("Invalid probability: " + p + " (must be in 0 to 1)");
        }
        double position = (requireRows() - 1) * p;
        double below = Math.floor(position);
        double share = position - below;
        long low = ranked((long) below);
        long high = share == 0 ? low : ranked((long) below + 1);
        return low == high ? low : (1 - share) * low + share * high;
    }

    /** The value of the row at {@code rank} in ascending order, the first being 0. */
    private long ranked(long rank) {
        int found = Arrays.binarySearch(cumulative, rank + 1);
        return values[found >= 0 ? found : -found - 1];
    }

    /** The arithmetic mean in steps, rounded once; throws IllegalStateException when there are no rows. */
    public double mean() {
        return moments().mean();
    }

    /** The exact sums, for mean and SD; throws IllegalStateException when there are no rows. */
    public Moments moments() {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (int i = 0; i < values.length; i++) {
            BigInteger value = BigInteger.valueOf(values[i]);
            BigInteger total = value.multiply(BigInteger.valueOf(counts[i]));
            sum = sum.add(total);
            squares = squares.add(total.multiply(value));
        }
        return new Moments(requireRows(), sum, squares);
    }

    private long requireRows() {
        if (values.length == 0) {
            throw new IllegalStateException("Cannot describe a distribution: the histogram is empty");
        }
        return count();
    }

    /** The rows of both. */
    public Histogram plus(Histogram other) {
        TreeMap<Long, Long> merged = new TreeMap<>();
        add(merged);
        other.add(merged);
        return of(merged);
    }

    private void add(Map<Long, Long> countByValue) {
        for (int i = 0; i < values.length; i++) {
            countByValue.merge(values[i], counts[i], Math::addExact);
        }
    }

    /** Every value with its sign turned: change becomes improvement where lower is better. */
    public Histogram negate() {
        int size = values.length;
        long[] turned = new long[size];
        long[] their = new long[size];
        for (int i = 0; i < size; i++) {
            turned[i] = -values[size - 1 - i];
            their[i] = counts[size - 1 - i];
        }
        return new Histogram(turned, their);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that
                && Arrays.equals(values, that.values)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts);
    }

    /** Sizes only: single values may belong to one patient. */
    @Override
    public String toString() {
        return "Histogram of " + count() + " rows, " + values.length + " values";
    }
}
