package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.LongConsumer;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.statistic.ClusteredMean;

/** Means of a few values in each of many groups, with what their cluster-robust errors need; clusters are patients. */
final class ClusteredSums implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PATIENTS = 0;
    private static final int EPISODES = 1;
    private static final int ROWS = 2;
    private static final int SQUARED_ROWS = 3;
    private static final int VALUES = 4;

    private final int values;
    private final LongSums sums;

    /** The groups of the patient at hand, few: searched from the last one on. */
    private long[] keys = new long[8];

    private long[][] own = new long[8][];
    private transient Episode[] episodes = new Episode[8];
    private int groups;

    /** With so many values a row. */
    ClusteredSums(int values) {
        this.values = values;
        this.sums = new LongSums(VALUES + 3 * values);
    }

    /** A row of a group, and the episode it is of. */
    void add(long key, Episode episode, long... row) {
        int at = place(key);
        long[] group = own[at];
        group[0]++;
        if (episodes()[at] != episode) {
            episodes()[at] = episode;
            group[1]++;
        }
        for (int v = 0; v < values; v++) {
            group[2 + v] += row[v];
        }
    }

    private Episode[] episodes() {
        if (episodes == null) {
            episodes = new Episode[keys.length];
        }
        return episodes;
    }

    private int place(long key) {
        for (int i = groups - 1; i >= 0; i--) {
            if (keys[i] == key) {
                return i;
            }
        }
        if (groups == keys.length) {
            episodes = Arrays.copyOf(episodes(), 2 * groups);
            keys = Arrays.copyOf(keys, 2 * groups);
            own = Arrays.copyOf(own, 2 * groups);
        }
        keys[groups] = key;
        own[groups] = new long[2 + values];
        return groups++;
    }

    void endOfPatient() {
        for (int i = 0; i < groups; i++) {
            long[] group = own[i];
            long rows = group[0];
            long[] terms = new long[VALUES + 3 * values];
            terms[PATIENTS] = 1;
            terms[EPISODES] = group[1];
            terms[ROWS] = rows;
            terms[SQUARED_ROWS] = rows * rows;
            for (int v = 0; v < values; v++) {
                long sum = group[2 + v];
                terms[VALUES + 3 * v] = sum;
                terms[VALUES + 3 * v + 1] = Math.multiplyExact(rows, sum);
                terms[VALUES + 3 * v + 2] = Math.multiplyExact(sum, sum);
            }
            sums.add(keys[i], terms);
            own[i] = new long[0];
            episodes()[i] = null;
        }
        groups = 0;
    }

    void merge(ClusteredSums other) {
        sums.merge(other.sums);
    }

    /** The keys of groups with rows, ascending. */
    void forEachKey(LongConsumer consumer) {
        sums.forEach((key, terms) -> consumer.accept(key));
    }

    /** Distinct patients of a group. */
    long patients(long key) {
        return sums.of(key)[PATIENTS];
    }

    /** Episodes of a group. */
    long episodes(long key) {
        return sums.of(key)[EPISODES];
    }

    /** The mean of a value in a group with rows. */
    ClusteredMean mean(long key, int value) {
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
