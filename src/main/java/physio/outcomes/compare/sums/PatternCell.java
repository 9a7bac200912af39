package physio.outcomes.compare.sums;

/** The rows of one combination of technique, case mix and baseline. */
public final class PatternCell {
    private final int[] levels;
    private final int baseline;
    private final long rows;
    private final long followUps;

    PatternCell(int[] levels, int baseline, long rows, long followUps) {
        this.levels = levels;
        this.baseline = baseline;
        this.rows = rows;
        this.followUps = followUps;
    }

    /** The level of a factor, the visit not among them. */
    public int level(int factor) {
        return levels[factor];
    }

    int[] levels() {
        return levels;
    }

    /** The baseline of all rows, in steps. */
    public int baseline() {
        return baseline;
    }

    /** How many rows. */
    public long rows() {
        return rows;
    }

    /** Σ follow-up; of episodes with a baseline, how many were followed up. */
    public long followUps() {
        return followUps;
    }
}
