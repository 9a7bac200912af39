package physio.outcomes.measure;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import physio.outcomes.measure.statistic.Histogram;

/**
 * Days between consecutive sessions of an episode of care, of which the later is in the month, by clinic and for all: the table {@code
 * session_intervals}. Several sessions of one day are one.
 */
public final class SessionIntervals {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_intervals", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("days_mean", Role.MEAN),
            new ResultColumn("days_ci_low", Role.SPREAD),
            new ResultColumn("days_ci_high", Role.SPREAD),
            new ResultColumn("days_median", Role.QUANTILE),
            new ResultColumn("days_q1", Role.QUANTILE),
            new ResultColumn("days_q3", Role.QUANTILE));

    private SessionIntervals() {}

    /** The table, from {@link Episodes}. */
    public static ResultTable of(Dataset<Row> episodes, YearMonth month) {
        Dataset<Row> intervals = intervals(episodes, month);
        Map<String, Histogram> histograms = ClinicHistograms.of(intervals, "days");
        List<ResultRow> rows = new ArrayList<>();
        PatientSums.byClinic(intervals, "days")
                .forEach((clinic, means) ->
                        rows.add(row(clinic, month, means.get(0), Objects.requireNonNull(histograms.get(clinic)))));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("session_intervals", List.of("clinic_id", "period"), COLUMNS, rows);
    }

    private static Dataset<Row> intervals(Dataset<Row> episodes, YearMonth month) {
        Column others = size(col("days")).minus(1);
        return episodes.where(col("last_date").geq(month.atDay(1)))
                .select(col("clinic_id"), col("patient_key"), Episodes.days().as("days"))
                .select(
                        col("clinic_id"),
                        col("patient_key"),
                        explode(arrays_zip(
                                        slice(col("days"), lit(1), others).as("from"),
                                        slice(col("days"), lit(2), others).as("to")))
                                .as("pair"))
                .where(col("pair.to").between(month.atDay(1), month.atEndOfMonth()))
                .select(
                        col("clinic_id"),
                        col("patient_key"),
                        datediff(col("pair.to"), col("pair.from")).as("days"));
    }

    private static ResultRow row(String clinic, YearMonth month, ClusteredMean days, Histogram distribution) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(days.rows()));
        figures.add(new Count(days.clusters()));
        ClinicHistograms.addTo(figures, days, distribution);
        return new ResultRow(List.of(clinic, month.toString()), days.clusters(), figures);
    }
}
