package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.measure.course.Episode.ScoreColumn;

/** Where a measure's scores and samples are. */
final class MeasureScores implements Serializable {
    private static final long serialVersionUID = 1L;
    private final ScoreColumn lasting;
    private final int after;
    private final int polarity;
    private final EnumMap<Kind, Integer> samples;

    /**
     * Of a measure.
     *
     * @param lasting the column that lasting change is taken from
     * @param after the column of the score after a session, −1 for a measure scored once a visit
     * @param polarity 1 where higher is better, −1 where lower is
     * @param samples the place of its sample of each kind that it has
     */
    MeasureScores(ScoreColumn lasting, int after, int polarity, Map<Kind, Integer> samples) {
        this.lasting = lasting;
        this.after = after;
        this.polarity = polarity;
        this.samples = new EnumMap<>(samples);
    }

    ScoreColumn lasting() {
        return lasting;
    }

    int after() {
        return after;
    }

    int polarity() {
        return polarity;
    }

    boolean isImmediate() {
        return after >= 0;
    }

    int sample(Kind kind) {
        return Objects.requireNonNull(samples.get(kind));
    }
}
