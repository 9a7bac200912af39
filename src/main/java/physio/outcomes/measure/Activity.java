package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** What was booked, attended and scored, by clinic and for all, and month: the table {@code activity}. */
public final class Activity {
    private Activity() {}

    /** The table, from all of the store's sessions of a period, attended or not. */
    public static ResultTable of(Dataset<Row> sessions, List<Measure> measures) {
        List<ResultColumn> columns = new ArrayList<>();
        columns.add(new ResultColumn("booked", Role.ADDITIVE_COUNT));
        columns.add(new ResultColumn("attended", Role.ADDITIVE_COUNT));
        columns.add(new ResultColumn("n_patients", Role.PATIENTS));
        columns.add(new ResultColumn("adverse_events", Role.NUMERATOR));
        Column isAttended = col("attendance").equalTo("attended");
        List<Column> counts = new ArrayList<>();
        counts.add(count(lit(1)));
        counts.add(count(when(isAttended, 1)));
        counts.add(count_distinct(when(isAttended, col("patient_key"))));
        counts.add(count(when(isAttended, col("adverse_event"))));
        for (Measure measure : measures) {
            for (ScoreColumn column : measure.columns()) {
                columns.add(new ResultColumn(column.name(), Role.ADDITIVE_COUNT));
                counts.add(count(col(column.name())));
            }
        }
        Dataset<Row> counted = sessions.withColumn("period", date_format(col("session_date"), "yyyy-MM"))
                .withColumn("clinic_id", explode(array(lit(Cell.ALL), col("clinic_id"))))
                .groupBy("clinic_id", "period")
                .agg(count_distinct(col("patient_key")), counts.toArray(Column[]::new));
        return new ResultTable(
                "activity",
                List.of("clinic_id", "period"),
                columns,
                counted.collectAsList().stream()
                        .map(Activity::row)
                        .sorted(ResultRow.BY_KEY)
                        .toList());
    }

    private static ResultRow row(Row row) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 3; i < row.size(); i++) {
            figures.add(new Count(row.getLong(i)));
        }
        return new ResultRow(List.of(row.getString(0), row.getString(1)), row.getLong(2), figures);
    }
}
