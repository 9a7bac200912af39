package physio.outcomes.measure;

import java.util.List;
import java.util.function.Predicate;
import physio.outcomes.catalogue.Measure;

/**
 * Measures whose scores are read.
 *
 * @param names of the columns that they are in
 */
record ScoreColumns(List<Measure> measures, List<String> names) {

    /** Of some measures those whose columns are all there. */
    static ScoreColumns of(List<Measure> candidates, Predicate<String> isThere) {
        List<Measure> measures = candidates.stream()
                .filter(measure -> of(measure).stream().allMatch(isThere))
                .toList();
        return new ScoreColumns(
                measures,
                measures.stream().flatMap(measure -> of(measure).stream()).toList());
    }

    /** Those of a measure. */
    static List<String> of(Measure measure) {
        return measure.columns().stream().map(column -> column.name()).toList();
    }
}
