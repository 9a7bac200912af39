package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
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

/** What was booked, attended and scored, by clinic and for all, month by month: the table {@code activity}. */
public final class Activity {
    private Activity() {}

    /** The table, from sessions, attended or not, each with its month in a column {@code period}. */
    public static ResultTable of(Dataset<Row> sessions, List<Measure> measures) {
        List<ResultColumn> columns = new ArrayList<>();
        columns.add(new ResultColumn("booked", Role.ADDITIVE_COUNT));
        columns.add(new ResultColumn("attended", Role.ADDITIVE_COUNT));
        columns.add(new ResultColumn("n_patients", Role.PATIENTS));
        Column isAttended = col("attendance").equalTo("attended");
        List<Column> counts = new ArrayList<>();
        counts.add(count(lit(1)));
        counts.add(count(when(isAttended, 1)));
        counts.add(count_distinct(when(isAttended, col("patient_key"))));
        for (Measure measure : measures) {
            for (ScoreColumn column : measure.columns()) {
                columns.add(new ResultColumn(column.name(), Role.ADDITIVE_COUNT));
                counts.add(count(col(column.name())));
            }
        }
        Dataset<Row> counted = sessions.withColumn("clinic_id", explode(array(lit(Cells.ALL), col("clinic_id"))))
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
        return new ResultRow(
                List.of(row.getString(0), row.getString(1)), fewest(row.getLong(2), row.getLong(5)), figures);
    }

    /** Patients behind the row: attended figures are about those who attended, if anybody did. */
    private static long fewest(long booked, long attended) {
        return attended > 0 ? attended : booked;
    }
}
