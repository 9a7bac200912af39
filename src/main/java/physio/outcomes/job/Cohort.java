package physio.outcomes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.UserException;
import physio.outcomes.measure.Changes;
import physio.outcomes.measure.Episodes;
import physio.outcomes.measure.Thresholds;
import physio.outcomes.measure.Visits;

/**
 * The sessions of a period and what is measured in them: the part that all reports share.
 *
 * @param sessions all of the period, attended or not
 * @param measures those that have scores
 * @param visits attended sessions in their episodes
 * @param episodes one row each
 * @param changes of both windows
 */
record Cohort(
        Dataset<Row> sessions,
        Map<String, Measure> measures,
        Dataset<Row> visits,
        Dataset<Row> episodes,
        Thresholds thresholds,
        Dataset<Row> changes) {

    /**
     * The cohort of the sessions up to and on a day; nothing after it is used.
     *
     * @throws UserException when none of them has a score
     */
    static Cohort of(Dataset<Row> all, LocalDate until, Settings settings) {
        Dataset<Row> sessions = all.where(col("session_date").leq(until)).cache();
        Map<String, Measure> measures = scored(sessions, settings);
        if (measures.isEmpty()) {
            sessions.unpersist();
            throw UserException.usage("There is nothing to report: no session up to " + until
                    + " has a score of a measure in the settings.");
        }
        List<Measure> list = List.copyOf(measures.values());
        Dataset<Row> visits = Visits.of(sessions, settings.episode().gapDays()).cache();
        Dataset<Row> episodes = Episodes.of(visits, list).cache();
        Thresholds thresholds = Thresholds.of(episodes, list);
        BigDecimal share = settings.attribution().share();
        Dataset<Row> lasting = Changes.ofEpisodes(episodes, list, thresholds, share);
        boolean hasImmediate = list.stream().anyMatch(measure -> measure.timing() == Measure.Timing.SESSION);
        Dataset<Row> changes =
                hasImmediate ? lasting.unionByName(Changes.ofSessions(visits, list, thresholds)) : lasting;
        return new Cohort(sessions, measures, visits, episodes, thresholds, changes.cache());
    }

    /** The smallest difference that matters, by measure, in its unit, where it is one number. */
    Map<String, OptionalDouble> commonThresholds() {
        Map<String, OptionalDouble> common = new LinkedHashMap<>();
        measures.values().forEach(measure -> common.put(measure.id(), thresholds.common(measure)));
        return common;
    }

    /** A measure switches itself on when its columns hold scores. */
    private static Map<String, Measure> scored(Dataset<Row> sessions, Settings settings) {
        List<String> present = Arrays.asList(sessions.columns());
        List<Measure> candidates = settings.measures().values().stream()
                .filter(measure ->
                        measure.columns().stream().map(ScoreColumn::name).allMatch(present::contains))
                .toList();
        Map<String, Measure> scored = new LinkedHashMap<>();
        List<Column> counts = new ArrayList<>();
        candidates.forEach(
                measure -> counts.add(count(col(measure.lastingColumn().name()))));
        if (!counts.isEmpty()) {
            Row row = sessions.agg(
                            counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
                    .first();
            for (int i = 0; i < candidates.size(); i++) {
                if (row.getLong(i) > 0) {
                    scored.put(candidates.get(i).id(), candidates.get(i));
                }
            }
        }
        return scored;
    }

    /** Gives back the memory that the rows are kept in. */
    void close() {
        changes.unpersist();
        episodes.unpersist();
        visits.unpersist();
        sessions.unpersist();
    }
}
