package physio.outcomes.report;

import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.privacy.PublishedRow;

/** Shares of published counts. */
final class Shares {
    private Shares() {}

    /** A part of a whole; none where either is not shown or the whole is nothing. */
    static OptionalDouble of(OptionalDouble part, OptionalDouble whole) {
        return part.isPresent() && whole.isPresent() && whole.getAsDouble() > 0
                ? OptionalDouble.of(part.getAsDouble() / whole.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Of a row of activity: scores recorded of those due, which is each score of the measures in each attended session. */
    static OptionalDouble recorded(PublishedRow activity, List<Measure> measures) {
        double recorded = 0;
        int columns = 0;
        for (Measure measure : measures) {
            for (ScoreColumn column : measure.columns()) {
                recorded += activity.number(column.name()).orElse(Double.NaN);
                columns++;
            }
        }
        OptionalDouble attended = activity.number("attended");
        return Double.isNaN(recorded) || attended.isEmpty()
                ? OptionalDouble.empty()
                : of(OptionalDouble.of(recorded), OptionalDouble.of(columns * attended.getAsDouble()));
    }

    /** A share in percent. */
    static OptionalDouble percent(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
    }
}
