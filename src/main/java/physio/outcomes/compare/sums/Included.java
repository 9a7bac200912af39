package physio.outcomes.compare.sums;

import java.io.Serializable;

/** Which techniques of which samples models are fitted to: one that hardly anybody had would have a coefficient of its few patients. */
public final class Included implements Serializable {
    private static final long serialVersionUID = 1L;
    private final boolean[][] isIncluded;

    /** By sample and technique. */
    public Included(boolean[][] isIncluded) {
        this.isIncluded = isIncluded.clone();
    }

    boolean has(AnalysisRow row) {
        return isIncluded[row.sample][row.technique];
    }
}
