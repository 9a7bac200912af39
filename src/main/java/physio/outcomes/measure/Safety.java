package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
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
 * <p>A clinic counts when it recorded any, or that there was none, in the months: silence is not safety. In a clinic that counts,
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
     * The table of two periods: a month, and the months that end with it.
     *
     * @param sessions the store's sessions, attended or not
     * @param first of the months
     * @param hidden months of clinics that are left out: a sum over months must not tell them by what it lacks
     */
    public static ResultTable of(Dataset<Row> sessions, YearMonth first, YearMonth month, Set<ClinicMonth> hidden) {
        Column isHidden = concat_ws(" ", col("clinic_id"), col("month"))
                .isin(hidden.stream().map(ClinicMonth::label).toArray());
        Dataset<Row> attended = sessions.where(col("session_date")
                        .between(first.atDay(1), month.atEndOfMonth())
                        .and(col("attendance").equalTo("attended")))
                .withColumn("month", date_format(col("session_date"), "yyyy-MM"))
                .where(not(isHidden));
        List<ResultRow> rows = new ArrayList<>();
        // Two small jobs: a join of sessions with those clinics would read the sessions twice for each of them.
        List<String> recording = attended.where(col("adverse_event").isNotNull())
                .select("clinic_id")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
        if (!recording.isEmpty()) {
            Dataset<Row> observed = attended.where(col("clinic_id").isin(recording.toArray()));
            summed(observed, month.toString(), first + ".." + month).forEach(row -> rows.add(row(row)));
        }
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("safety", List.of("clinic_id", "period"), COLUMNS, rows);
    }

    /** A month of a clinic. */
    public record ClinicMonth(String clinic, String month) {
        private String label() {
            return clinic + " " + month;
        }
    }

    /** By patient first, then over patients: one row a clinic, or all, and period. */
    private static List<Row> summed(Dataset<Row> observed, String month, String months) {
        Column periods = when(col("month").equalTo(month), array(lit(month), lit(months)))
                .otherwise(array(lit(months)));
        Column n = col("n");
        Column events = col("events");
        return observed.withColumn("period", explode(periods))
                .withColumn("clinic_id", explode(array(lit(Cell.ALL), col("clinic_id"))))
                .groupBy("clinic_id", "period", "patient_key")
                .agg(
                        count(lit(1)).as("n"),
                        count(when(col("adverse_event").notEqual("none"), 1)).as("events"))
                .groupBy("clinic_id", "period")
                .agg(
                        sum(n),
                        count(lit(1)),
                        sum(events),
                        sum(n.multiply(n)),
                        sum(n.multiply(events)),
                        sum(events.multiply(events)))
                .collectAsList();
    }

    private static ResultRow row(Row sums) {
        ClusteredMean events = new ClusteredMean(
                sums.getLong(2), sums.getLong(3), big(sums, 4), big(sums, 5), big(sums, 6), big(sums, 7));
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(events.rows()));
        figures.add(new Count(events.clusters()));
        figures.add(new Count(events.sum().longValueExact()));
        figures.add(Figure.number(events.mean()));
        TechniqueOutcomes.addLimits(figures, Wilson.interval(events));
        figures.add(Figure.number(EffectiveSize.of(events).orElse(Double.NaN)));
        return new ResultRow(List.of(sums.getString(0), sums.getString(1)), events.clusters(), figures);
    }

    private static BigInteger big(Row row, int at) {
        return BigInteger.valueOf(row.getLong(at));
    }
}
