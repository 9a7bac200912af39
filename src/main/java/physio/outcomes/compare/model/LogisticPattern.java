package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A covariate pattern: a row of a design that several trials share, and how many of them succeeded. */
public final class LogisticPattern {
    /** A total order, so that sums over patterns need not know who delivered them first. */
    static final Comparator<LogisticPattern> ORDER = Comparator.<LogisticPattern, int[]>comparing(
                    pattern -> pattern.columns, Arrays::compare)
            .thenComparing(pattern -> pattern.values, Arrays::compare)
            .thenComparingLong(LogisticPattern::trials)
            .thenComparingLong(LogisticPattern::successes);

    private final int[] columns;
    private final long[] values;
    private final long trials;
    private final long successes;

    /**
     * A row with {@code values} in {@code columns} and 0 elsewhere. Takes copies.
     *
     * @param columns from 0, ascending
     * @param values one for each of them: 1 for a dummy, whole steps for a score
     * @param trials at least 1
     * @param successes among the trials
     */
    public LogisticPattern(int[] columns, long[] values, long trials, long successes) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("Invalid pattern: " + successes + " successes of " + trials + " trials");
        }
        boolean ascends = IntStream.range(1, columns.length).allMatch(i -> columns[i - 1] < columns[i]);
        if (columns.length != values.length || !ascends) {
            throw new IllegalArgumentException("Invalid pattern: not one value for each of ascending columns");
        }
        this.columns = columns.clone();
        this.values = values.clone();
        this.trials = trials;
        this.successes = successes;
    }

    /** How many rows have this pattern. */
    public long trials() {
        return trials;
    }

    /** How many of them succeeded. */
    public long successes() {
        return successes;
    }

    /** Whether all trials ended alike. */
    boolean isPure() {
        return successes == 0 || successes == trials;
    }

    /** How many values are given. */
    int entries() {
        return columns.length;
    }

    int column(int entry) {
        return columns[entry];
    }

    long value(int entry) {
        return values[entry];
    }
}
