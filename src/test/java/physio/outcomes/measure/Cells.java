package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Histogram;
import physio.outcomes.measure.statistic.Moments;
import physio.outcomes.measure.sums.Largest;

/**
 * Sums rows of change into {@link Cell}s: first by patient, then over patients, all in whole numbers, so that the result is the same
 * to the last bit however the rows lie. The driver sees one row a cell, and one a cell and distinct change.
 */
public final class Cells {
    private static final List<String> KEY = List.of("period", "clinic_id", "measure", "window", "technique");

    private Cells() {}

    /**
     * Cells for each clinic and technique and for their margins.
     *
     * @param changes rows of {@link Changes} with a column {@code period}
     */
    public static List<Cell> of(Dataset<Row> changes) {
        Map<Cell.Key, Histogram> histograms = histograms(changes);
        List<Cell> cells = new ArrayList<>();
        for (Row row : overPatients(byPatient(changes)).collectAsList()) {
            Cell.Key key = key(row);
            cells.add(cell(key, row, Objects.requireNonNull(histograms.get(key))));
        }
        cells.sort(Cell.ORDER);
        return cells;
    }

    /**
     * Cells for each body region in place of a clinic, and for all.
     *
     * @param changes rows of {@link Changes} with a column {@code period}
     */
    public static List<Cell> ofRegions(Dataset<Row> changes) {
        return of(changes.withColumn("clinic_id", coalesce(col("body_region"), lit("unknown"))));
    }

    /** Each row once for its clinic and technique, and once for each margin it belongs to: after a first summing, since that is less. */
    private static Dataset<Row> withMargins(Dataset<Row> summed) {
        return summed.withColumn("technique", explode(array_distinct(array(lit(Cell.ALL), col("technique")))))
                .withColumn("clinic_id", explode(array(lit(Cell.ALL), col("clinic_id"))));
    }

    /** By episode first, so that an episode with sessions of two techniques is one in their margin. */
    private static Dataset<Row> byPatient(Dataset<Row> changes) {
        Column[] episode = Visits.columns(plus(KEY, Visits.EPISODE));
        Column[] totals = totals();
        Dataset<Row> episodes = changes.groupBy(episode).agg(count(lit(1)).as("n"), values());
        Dataset<Row> inMargins = withMargins(episodes).groupBy(episode).agg(sum("n").as("n"), totals);
        List<Column> sums = new ArrayList<>(List.of(totals));
        sums.add(count(lit(1)).as("episodes"));
        return inMargins
                .groupBy(Visits.columns(plus(KEY, List.of("patient_key"))))
                .agg(sum("n").as("n"), sums.toArray(Column[]::new));
    }

    private static Column[] values() {
        Column baseline = col("baseline").cast("long");
        Column followUp = col("follow_up").cast("long");
        Column improvement = col("improvement");
        Column isImproved = improvement.geq(col("threshold")).and(improvement.gt(0));
        Column isDeteriorated = improvement.leq(col("threshold").multiply(-1)).and(improvement.lt(0));
        return new Column[] {
            sum("sessions").as("sessions"),
            sum(baseline).as("baseline"),
            sum(baseline.multiply(baseline)).as("baseline_squared"),
            sum(followUp).as("follow_up"),
            sum(followUp.multiply(followUp)).as("follow_up_squared"),
            sum("change").as("change"),
            sum(when(isImproved, 1).otherwise(0)).as("improved"),
            sum(when(isDeteriorated, 1).otherwise(0)).as("deteriorated")
        };
    }

    private static Column[] totals() {
        return List.of(
                        "sessions",
                        "baseline",
                        "baseline_squared",
                        "follow_up",
                        "follow_up_squared",
                        "change",
                        "improved",
                        "deteriorated")
                .stream()
                .map(name -> sum(name).as(name))
                .toArray(Column[]::new);
    }

    private static List<String> plus(List<String> names, List<String> more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(more);
        return all;
    }

    private static Dataset<Row> overPatients(Dataset<Row> patients) {
        List<Column> sums = new ArrayList<>();
        for (String total : List.of(
                "n", "sessions", "episodes", "baseline", "baseline_squared", "follow_up", "follow_up_squared")) {
            sums.add(sum(total).as(total));
        }
        sums.add(max("sessions").as("most_sessions"));
        sums.add(max("episodes").as("most_episodes"));
        sums.add(expr("aggregate(slice(sort_array(collect_list(n), false), 1, 2), 0L, (a, b) -> a + b) * 10"
                        + " > 9 * sum(n)")
                .as("is_dominated"));
        sums.add(sum(col("n").multiply(col("n"))).as("n_squared"));
        for (String value : List.of("change", "improved", "deteriorated")) {
            sums.add(sum(value).as(value));
            sums.add(sum(col("n").multiply(col(value))).as("n_" + value));
            sums.add(sum(col(value).multiply(col(value))).as(value + "_squared"));
        }
        return patients.groupBy(Visits.columns(KEY)).agg(count(lit(1)).as("patients"), sums.toArray(Column[]::new));
    }

    private static Map<Cell.Key, Histogram> histograms(Dataset<Row> changes) {
        Column[] keys = Visits.columns(plus(KEY, List.of("change")));
        Dataset<Row> counted = withMargins(
                        changes.groupBy(keys).agg(count(lit(1)).as("n")))
                .groupBy(keys)
                .agg(sum("n").as("n"));
        Map<Cell.Key, Map<Long, Long>> counts = new HashMap<>();
        for (Row row : counted.collectAsList()) {
            counts.computeIfAbsent(key(row), key -> new HashMap<>())
                    .put((long) row.<Integer>getAs("change"), row.<Long>getAs("n"));
        }
        Map<Cell.Key, Histogram> histograms = new HashMap<>();
        counts.forEach((key, countByValue) -> histograms.put(key, Histogram.of(countByValue)));
        return histograms;
    }

    private static Cell.Key key(Row row) {
        return new Cell.Key(row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private static Cell cell(Cell.Key key, Row row, Histogram changes) {
        return new Cell(
                key,
                row.<Long>getAs("sessions"),
                row.<Long>getAs("episodes"),
                moments(row, "baseline"),
                moments(row, "follow_up"),
                mean(row, "change"),
                mean(row, "improved"),
                mean(row, "deteriorated"),
                changes,
                new Largest(
                        row.<Long>getAs("most_sessions"),
                        row.<Long>getAs("most_episodes"),
                        row.<Boolean>getAs("is_dominated")));
    }

    private static Moments moments(Row row, String value) {
        return new Moments(row.<Long>getAs("n"), sumOf(row, value), sumOf(row, value + "_squared"));
    }

    private static ClusteredMean mean(Row row, String value) {
        return new ClusteredMean(
                row.<Long>getAs("n"),
                row.<Long>getAs("patients"),
                sumOf(row, value),
                sumOf(row, "n_squared"),
                sumOf(row, "n_" + value),
                sumOf(row, value + "_squared"));
    }

    private static BigInteger sumOf(Row row, String column) {
        return BigInteger.valueOf(row.<Long>getAs(column));
    }
}
