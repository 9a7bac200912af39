package physio.outcomes.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.EffectiveSize;
import physio.outcomes.measure.statistic.Wilson;

/**
 * Adverse events a session, by clinic and for all: the table {@code safety}.
 *
 * <p>A clinic counts when it recorded any, or that there was none, in the longest period: silence is not safety. In a clinic that counts,
 * a session of which nothing is said had no event, as many record only what went wrong. A clinic that does not count has no row.
 */
public final class Safety {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_sessions", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("adverse_events", Role.NUMERATOR),
            new ResultColumn("adverse_rate", Role.RATE),
            new ResultColumn("adverse_ci_low", Role.RATE),
            new ResultColumn("adverse_ci_high", Role.RATE),
            new ResultColumn("adverse_n_effective", Role.SPREAD));

    private Safety() {}

    /**
     * The table of two periods.
     *
     * @param sessions the store's sessions of the longer period, each with its month in a column {@code period}
     * @param month the shorter period
     * @param months what the longer one is called
     */
    public static ResultTable of(Dataset<Row> sessions, String month, String months) {
        Dataset<Row> observed = observed(sessions.where(col("attendance").equalTo("attended")));
        List<ResultRow> rows = new ArrayList<>();
        PatientSums.byClinic(observed.where(col("period").equalTo(month)), "event")
                .forEach((clinic, means) -> rows.add(row(clinic, month, means.get(0))));
        PatientSums.byClinic(observed, "event").forEach((clinic, means) -> rows.add(row(clinic, months, means.get(0))));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("safety", List.of("clinic_id", "period"), COLUMNS, rows);
    }

    /** The attended sessions of the clinics that record adverse events. */
    private static Dataset<Row> observed(Dataset<Row> attended) {
        Column event = col("adverse_event");
        Dataset<Row> recording = attended.where(event.isNotNull())
                .groupBy(col("clinic_id").as("recording"))
                .agg(max(lit(1)));
        return attended.join(recording, col("clinic_id").equalTo(col("recording")), "left_semi")
                .withColumn("event", when(event.notEqual("none"), 1).otherwise(0));
    }

    private static ResultRow row(String clinic, String period, ClusteredMean events) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(events.rows()));
        figures.add(new Count(events.clusters()));
        figures.add(new Count(events.sum().longValueExact()));
        figures.add(Figure.number(events.mean()));
        TechniqueOutcomes.addLimits(figures, Wilson.interval(events));
        figures.add(Figure.number(EffectiveSize.of(events).orElse(Double.NaN)));
        return new ResultRow(List.of(clinic, period), events.clusters(), figures);
    }
}
