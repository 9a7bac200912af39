package physio.outcomes.measure.sums;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import physio.outcomes.domain.Contributors;
import physio.outcomes.measure.statistic.ClusteredMean;

/** Means of a few values in each of many groups, with what their cluster-robust errors need; clusters are patients. */
public final class ClusteredSums implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PATIENTS = 0;
    private static final int EPISODES = 1;
    private static final int ROWS = 2;
    private static final int SQUARED_ROWS = 3;
    private static final int VALUES = 4;

    /** Of a patient's group: rows, episodes, the number of the last episode; then the sums of the values. */
    private static final int LAST_EPISODE = 2;

    private static final int OWN = 3;

    private final int values;
    private final int totals;
    private final OwnSums own;

    /** Of a group, the sums; then the most rows of a patient, of the next, the most episodes, and the largest sum of each value. */
    private final LongSums sums;

    /** Where the largest begin. */
    private final int most;

    /** What is handed to the sums of a group, written anew for each. */
    private final long[] terms;

    /** With so many values a row. */
    public ClusteredSums(int values) {
        this(values, 0);
    }

    /** With so many values a row, and behind these so many of which the sum alone is kept. */
    public ClusteredSums(int values, int totals) {
        this.values = values;
        this.totals = totals;
        this.own = new OwnSums(OWN + values + totals);
        this.most = VALUES + 3 * values + totals;
        this.sums = new LongSums(most, OWN + values);
        this.terms = new long[most + OWN + values];
    }

    /** A row of a group, its values before its totals; the patient's episodes have numbers from 1, and come one after the other. */
    public void add(long key, int episode, long... row) {
        int group = own.group(key);
        own.add(group, 0, 1);
        if (own.get(group, LAST_EPISODE) != episode) {
            own.set(group, LAST_EPISODE, episode);
            own.add(group, 1, 1);
        }
        for (int v = 0; v < values + totals; v++) {
            own.add(group, OWN + v, row[v]);
        }
    }

    /** Sums what the patient at hand gave; the next row is another's. */
    public void endOfPatient() {
        for (int group = 0; group < own.count(); group++) {
            long rows = own.get(group, 0);
            terms[PATIENTS] = 1;
            terms[EPISODES] = own.get(group, 1);
            terms[ROWS] = rows;
            terms[SQUARED_ROWS] = rows * rows;
            for (int v = 0; v < values; v++) {
                long sum = own.get(group, OWN + v);
                terms[VALUES + 3 * v] = sum;
                terms[VALUES + 3 * v + 1] = Math.multiplyExact(rows, sum);
                terms[VALUES + 3 * v + 2] = Math.multiplyExact(sum, sum);
                terms[most + OWN + v] = Math.abs(sum);
            }
            for (int t = 0; t < totals; t++) {
                terms[VALUES + 3 * values + t] = own.get(group, OWN + values + t);
            }
            terms[most] = rows;
            terms[most + LAST_EPISODE] = own.get(group, 1);
            sums.add(own.key(group), terms);
        }
        own.clear();
    }

    /** Adds all of another, which has no patient in common. */
    public void merge(ClusteredSums other) {
        sums.merge(other.sums);
    }

    /** Adds each group of another, which has no patient in common, to the group that it is part of. */
    void merge(ClusteredSums other, LongUnaryOperator group) {
        other.sums.forEach((key, added) -> sums.add(group.applyAsLong(key), added));
    }

    /** The keys of groups with rows, ascending. */
    public void forEachKey(LongConsumer consumer) {
        sums.forEach((key, terms) -> consumer.accept(key));
    }

    /** Distinct patients of a group. */
    public long patients(long key) {
        return sums.of(key)[PATIENTS];
    }

    /** Rows of a group. */
    public long rows(long key) {
        return sums.of(key)[ROWS];
    }

    /** The sum of a value of a group. */
    public long sum(long key, int value) {
        return sums.of(key)[VALUES + 3 * value];
    }

    /** A total of a group, by its place among the totals. */
    public long total(long key, int total) {
        return sums.of(key)[VALUES + 3 * values + total];
    }

    /** The most rows of a group that one patient gave. */
    public long mostRows(long key) {
        return sums.of(key)[most];
    }

    /** Episodes of a group. */
    public long episodes(long key) {
        return sums.of(key)[EPISODES];
    }

    /**
     * What single patients gave to a group.
     *
     * @param sessions the value that counts the sessions behind a row
     */
    public Largest largest(long key, int sessions) {
        long[] terms = sums.of(key);
        return new Largest(terms[most + OWN + sessions], terms[most + LAST_EPISODE], isDominated(key));
    }

    /** Who stands behind a group whose one count is that of its rows. */
    public Contributors contributors(long key, OptionalDouble grid) {
        return new Contributors(patients(key), List.of(mostRows(key)), grid, isDominated(key), false);
    }

    /** Whether two patients of a group have more than nine tenths of its rows. */
    public boolean isDominated(long key) {
        long[] terms = sums.of(key);
        return 10 * (terms[most] + terms[most + 1]) > 9 * terms[ROWS];
    }

    /** The mean of a value in a group with rows. */
    public ClusteredMean mean(long key, int value) {
        long[] terms = sums.of(key);
        return new ClusteredMean(
                terms[ROWS],
                terms[PATIENTS],
                BigInteger.valueOf(terms[VALUES + 3 * value]),
                BigInteger.valueOf(terms[SQUARED_ROWS]),
                BigInteger.valueOf(terms[VALUES + 3 * value + 1]),
                BigInteger.valueOf(terms[VALUES + 3 * value + 2]));
    }
}
