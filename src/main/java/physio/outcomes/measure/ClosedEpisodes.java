package physio.outcomes.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Histogram;
import physio.outcomes.measure.statistic.Wilson;

/**
 * How many sessions the episodes of care had that closed in a month, and how many ended after a single one, by clinic and for all: the
 * table {@code closed_episodes}.
 *
 * <p>An episode closes on the first day on which another session would begin a new one: the number of days that ends an episode and one
 * more after its last session. Before that day nobody knows whether it goes on, and counting patients who have just begun as lost would
 * make every growing clinic look bad. Drop-out is told as single-session episodes, since the data hold no plan of how many sessions were
 * meant; some of these patients needed no second one.
 */
public final class ClosedEpisodes {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_episodes", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("sessions_mean", Role.MEAN),
            new ResultColumn("sessions_ci_low", Role.SPREAD),
            new ResultColumn("sessions_ci_high", Role.SPREAD),
            new ResultColumn("sessions_median", Role.QUANTILE),
            new ResultColumn("sessions_q1", Role.QUANTILE),
            new ResultColumn("sessions_q3", Role.QUANTILE),
            new ResultColumn("single_session", Role.NUMERATOR),
            new ResultColumn("single_session_rate", Role.RATE),
            new ResultColumn("single_session_ci_low", Role.RATE),
            new ResultColumn("single_session_ci_high", Role.RATE));

    private ClosedEpisodes() {}

    /**
     * The table.
     *
     * @param episodes from {@link Episodes}, of sessions up to the month's end
     * @param gapDays a longer pause, in days, ends an episode
     */
    public static ResultTable of(Dataset<Row> episodes, YearMonth month, int gapDays) {
        Dataset<Row> closed = episodes.where(
                        date_add(col("last_date"), gapDays + 1).between(month.atDay(1), month.atEndOfMonth()))
                .select(
                        col("clinic_id"),
                        col("patient_key"),
                        Episodes.sessions().as("sessions"))
                .withColumn("single", when(col("sessions").equalTo(lit(1)), 1).otherwise(0));
        Map<String, Histogram> histograms = ClinicHistograms.of(closed, "sessions");
        List<ResultRow> rows = new ArrayList<>();
        PatientSums.byClinic(closed, "sessions", "single")
                .forEach((clinic, means) -> rows.add(new ResultRow(
                        List.of(clinic, month.toString()),
                        means.get(0).clusters(),
                        figures(means.get(0), means.get(1), Objects.requireNonNull(histograms.get(clinic))))));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("closed_episodes", List.of("clinic_id", "period"), COLUMNS, rows);
    }

    private static List<Figure> figures(ClusteredMean sessions, ClusteredMean single, Histogram distribution) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(sessions.rows()));
        figures.add(new Count(sessions.clusters()));
        ClinicHistograms.addTo(figures, sessions, distribution);
        figures.add(new Count(single.sum().longValueExact()));
        figures.add(Figure.number(single.mean()));
        TechniqueOutcomes.addLimits(figures, Wilson.interval(single));
        return figures;
    }
}
