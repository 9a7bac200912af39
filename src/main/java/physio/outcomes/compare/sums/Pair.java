package physio.outcomes.compare.sums;

/** The rows of two techniques that share case mix and baseline. */
public final class Pair {
    private final PatternCell either;
    private final long rows;
    private final long followUps;
    private final long rowsOfReference;
    private final long followUpsOfReference;

    private Pair(PatternCell either, long rows, long followUps, long rowsOfReference, long followUpsOfReference) {
        this.either = either;
        this.rows = rows;
        this.followUps = followUps;
        this.rowsOfReference = rowsOfReference;
        this.followUpsOfReference = followUpsOfReference;
    }

    static Pair of(PatternCell technique, PatternCell reference) {
        return new Pair(technique, technique.rows(), technique.followUps(), reference.rows(), reference.followUps());
    }

    static Pair ofTechnique(PatternCell cell) {
        return new Pair(cell, cell.rows(), cell.followUps(), 0, 0);
    }

    static Pair ofReference(PatternCell cell) {
        return new Pair(cell, 0, 0, cell.rows(), cell.followUps());
    }

    /** The level of a factor of case mix. */
    public int level(int factor) {
        return either.level(factor);
    }

    public int baseline() {
        return either.baseline();
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
        return patterns.key(sample, either);
    }
}
