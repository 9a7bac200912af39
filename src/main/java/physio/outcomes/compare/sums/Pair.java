package physio.outcomes.compare.sums;

/** The rows of two techniques that share case mix and baseline. */
public final class Pair {
    private final int[] levels;
    private final int baseline;
    private long rows;
    private long followUps;
    private long rowsOfReference;
    private long followUpsOfReference;

    Pair(PatternCell cell) {
        levels = cell.levels();
        baseline = cell.baseline();
    }

    void add(PatternCell cell, boolean isTechnique) {
        if (isTechnique) {
            rows += cell.rows();
            followUps += cell.followUps();
        } else {
            rowsOfReference += cell.rows();
            followUpsOfReference += cell.followUps();
        }
    }

    /** The level of a factor of case mix. */
    public int level(int factor) {
        return levels[factor];
    }

    public int baseline() {
        return baseline;
    }

    /** Rows of the technique. */
    public long rows() {
        return rows;
    }

    /** Their Σ follow-up. */
    public long followUps() {
        return followUps;
    }

    /** Rows of the reference. */
    public long rowsOfReference() {
        return rowsOfReference;
    }

    /** Their Σ follow-up. */
    public long followUpsOfReference() {
        return followUpsOfReference;
    }

    /** The number of its case mix and baseline in a sample. */
    public long key(PatternSums patterns, int sample) {
        return patterns.caseMixKey(sample, levels, baseline);
    }
}
