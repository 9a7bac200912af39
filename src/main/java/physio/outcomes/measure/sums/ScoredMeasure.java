package physio.outcomes.measure.sums;

import java.io.Serializable;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.measure.course.Episode.ScoreColumn;

/**
 * Where the scores of a measure are.
 *
 * @param polarity 1 where higher is better, −1 where lower is
 * @param lasting the column that lasting change is taken from
 * @param isImmediate whether the next column has the score after the session
 */
public record ScoredMeasure(String id, int polarity, ScoreColumn lasting, boolean isImmediate) implements Serializable {

    /** Of a measure whose columns of scores begin at a place. */
    public static ScoredMeasure of(Measure measure, int firstColumn) {
        return new ScoredMeasure(
                measure.id(),
                measure.polarity(),
                new ScoreColumn(firstColumn, measure.isPatientLevel()),
                measure.timing() == Measure.Timing.SESSION);
    }

    /** The column of the scores after a session. */
    int after() {
        return lasting.index() + 1;
    }
}
