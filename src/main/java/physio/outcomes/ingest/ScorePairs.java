package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the scores of one measure before and after a session: sums, so that parts of a file add up. */
final class ScorePairs implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long FEWEST_PAIRS = 20;

    private final String measure;
    private final int before;
    private long after;
    private long pairs;
    private long equal;

    /**
     * Begins to count.
     *
     * @param before where the score before the session stands in a session's scores; that after it follows
     */
    ScorePairs(String measure, int before) {
        this.measure = measure;
        this.before = before;
    }

    void add(List<@Nullable Integer> scores) {
        Integer later = scores.get(before + 1);
        if (later != null) {
            after++;
            Integer earlier = scores.get(before);
            if (earlier != null) {
                pairs++;
                equal += earlier.equals(later) ? 1 : 0;
            }
        }
    }

    void merge(ScorePairs next) {
        after += next.after;
        pairs += next.pairs;
        equal += next.equal;
    }

    String measure() {
        return measure;
    }

    /** Scores after a session. */
    long after() {
        return after;
    }

    /** Scores after a session that have none before it. */
    long halves() {
        return after - pairs;
    }

    long pairs() {
        return pairs;
    }

    boolean isEnough() {
        return pairs >= FEWEST_PAIRS;
    }

    /** Whether the score after the session is that before it in every pair. */
    boolean isUnchanged() {
        return isEnough() && equal == pairs;
    }
}
