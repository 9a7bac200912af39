package physio.outcomes.compare.sums;

import java.math.BigInteger;

/** The rows of one combination of levels, and of one baseline score where cells are kept by it, with their sums in whole steps. */
public final class PatternCell {
    private final int[] levels;
    private final int baseline;
    private final long[] sums;

    /** With rows, Σ baseline, Σ baseline², Σ follow-up, Σ follow-up² and Σ baseline · follow-up. */
    PatternCell(int[] levels, int baseline, long... sums) {
        this.levels = levels.clone();
        this.baseline = baseline;
        this.sums = sums.clone();
    }

    /** The level of a factor. */
    public int level(int factor) {
        return levels[factor];
    }

    /** How many factors there are, the visit not among them. */
    int factors() {
        return levels.length;
    }

    int[] levels() {
        return levels.clone();
    }

    /** The baseline of all rows, where cells are kept by it. */
    public int baseline() {
        return baseline;
    }

    /** How many rows. */
    public long rows() {
        return sums[0];
    }

    /** Σ baseline. */
    long baselines() {
        return sums[1];
    }

    BigInteger squaredBaselines() {
        return BigInteger.valueOf(sums[2]);
    }

    /** Σ follow-up; of episodes with a baseline, how many were followed up. */
    public long followUps() {
        return sums[3];
    }

    BigInteger squaredFollowUps() {
        return BigInteger.valueOf(sums[4]);
    }

    /** Σ baseline · follow-up. */
    BigInteger products() {
        return BigInteger.valueOf(sums[5]);
    }
}
