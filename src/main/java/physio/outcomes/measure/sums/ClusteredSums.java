package physio.outcomes.measure.sums;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.function.LongConsumer;
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
    private final OwnSums own;
    private final LongSums sums;

    /** With so many values a row. */
    public ClusteredSums(int values) {
        this.values = values;
        this.own = new OwnSums(OWN + values);
        this.sums = new LongSums(VALUES + 3 * values);
    }

    /** A row of a group; the patient's episodes have numbers from 1, and come one after the other. */
    public void add(long key, int episode, long... row) {
        int group = own.group(key);
        own.add(group, 0, 1);
        if (own.get(group, LAST_EPISODE) != episode) {
            own.set(group, LAST_EPISODE, episode);
            own.add(group, 1, 1);
        }
        for (int v = 0; v < values; v++) {
            own.add(group, OWN + v, row[v]);
        }
    }

    /** Sums what the patient at hand gave; the next row is another's. */
    public void endOfPatient() {
        long[] terms = new long[VALUES + 3 * values];
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
            }
            sums.add(own.key(group), terms);
        }
        own.clear();
    }

    /** Adds all of another, which has no patient in common. */
    public void merge(ClusteredSums other) {
        sums.merge(other.sums);
    }

    /** The keys of groups with rows, ascending. */
    public void forEachKey(LongConsumer consumer) {
        sums.forEach((key, terms) -> consumer.accept(key));
    }

    /** Distinct patients of a group. */
    public long patients(long key) {
        return sums.of(key)[PATIENTS];
    }

    /** Episodes of a group. */
    public long episodes(long key) {
        return sums.of(key)[EPISODES];
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
