package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Interval;

/** The mean score at each visit of an episode, by clinic and for all: the table {@code trajectories}. */
public final class Trajectories {
    /** Later visits are left out: few episodes reach them, and those that do are unlike the rest. */
    private static final int LAST_VISIT = 12;

    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_scores", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("score_mean", Role.MEAN),
            new ResultColumn("score_ci_low", Role.SPREAD),
            new ResultColumn("score_ci_high", Role.SPREAD));

    private Trajectories() {}

    /** The table, from {@link Visits}; scores are those that lasting change is taken from, in the measure's unit. */
    public static ResultTable of(Dataset<Row> visits, Map<String, Measure> measures) {
        List<ResultRow> rows = new ArrayList<>();
        for (Row row : sums(scores(visits, measures)).collectAsList()) {
            rows.add(row(row, Objects.requireNonNull(measures.get(row.getString(1)))));
        }
        rows.sort(Comparator.comparing((ResultRow row) -> row.key().get(0))
                .thenComparing(row -> row.key().get(1))
                .thenComparing(row -> Integer.valueOf(row.key().get(2))));
        return new ResultTable("trajectories", List.of("clinic_id", "measure", "visit_number"), COLUMNS, rows);
    }

    private static Dataset<Row> scores(Dataset<Row> visits, Map<String, Measure> measures) {
        List<Column> entries = new ArrayList<>();
        for (Measure measure : measures.values()) {
            Column score = col(measure.lastingColumn().name());
            Column counted = measure.isPatientLevel() ? when(col(Visits.IS_LEADING), score) : score;
            entries.add(
                    struct(lit(measure.id()).as("measure"), counted.cast("long").as("score")));
        }
        return visits.where(col(Visits.VISIT_NUMBER).leq(LAST_VISIT))
                .select(
                        explode(array(lit(Cells.ALL), col("clinic_id"))).as("clinic_id"),
                        col("patient_key"),
                        col(Visits.VISIT_NUMBER),
                        array(entries.toArray(Column[]::new)).as("scores"))
                .select(
                        col("clinic_id"),
                        col("patient_key"),
                        col(Visits.VISIT_NUMBER),
                        explode(col("scores")).as("entry"))
                .selectExpr("clinic_id", "entry.measure", Visits.VISIT_NUMBER, "patient_key", "entry.score")
                .where(col("score").isNotNull());
    }

    private static Dataset<Row> sums(Dataset<Row> scores) {
        return scores.groupBy("clinic_id", "measure", Visits.VISIT_NUMBER, "patient_key")
                .agg(count(lit(1)).as("n"), sum("score").as("s"))
                .groupBy("clinic_id", "measure", Visits.VISIT_NUMBER)
                .agg(
                        sum("n"),
                        count(lit(1)),
                        sum("s"),
                        sum(col("n").multiply(col("n"))),
                        sum(col("n").multiply(col("s"))),
                        sum(col("s").multiply(col("s"))));
    }

    private static ResultRow row(Row row, Measure measure) {
        ClusteredMean mean =
                new ClusteredMean(row.getLong(3), row.getLong(4), big(row, 5), big(row, 6), big(row, 7), big(row, 8));
        Optional<Interval> interval = mean.interval().map(limits -> limits.times(measure.stepSize()));
        List<Figure> figures = List.of(
                new Count(mean.rows()),
                new Count(mean.clusters()),
                number(mean.mean() * measure.stepSize()),
                interval.map(limits -> number(limits.low())).orElse(BLANK),
                interval.map(limits -> number(limits.high())).orElse(BLANK));
        return new ResultRow(
                List.of(row.getString(0), row.getString(1), String.valueOf(row.getInt(2))), mean.clusters(), figures);
    }

    private static BigInteger big(Row row, int at) {
        return BigInteger.valueOf(row.getLong(at));
    }
}
