package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** What was booked, attended and scored, by clinic and for all, month by month: the table {@code activity}. */
public final class Activity {
    private Activity() {}

    /** The table, from sessions, attended or not. */
    public static ResultTable of(Dataset<Row> sessions, List<Measure> measures) {
        Column isAttended = col("attendance").equalTo("attended");
        Map<String, Column> counts = new LinkedHashMap<>();
        counts.put("booked", lit(1));
        counts.put("attended", when(isAttended, 1));
        List<ResultColumn> columns = new ArrayList<>(List.of(
                new ResultColumn("booked", Role.ADDITIVE_COUNT),
                new ResultColumn("attended", Role.ADDITIVE_COUNT),
                new ResultColumn("n_patients", Role.PATIENTS)));
        for (Measure measure : measures) {
            for (ScoreColumn column : measure.columns()) {
                columns.add(new ResultColumn(column.name(), Role.RECORDED));
                counts.put(column.name(), col(column.name()));
            }
        }
        return new ResultTable(
                "activity",
                List.of("clinic_id", "period"),
                columns,
                counted(sessions, counts).stream()
                        .map(Activity::row)
                        .sorted(ResultRow.BY_KEY)
                        .toList());
    }

    /** By patient first: sums scale where distinct counts do not. Last, the most that one patient booked and attended, and the patients who attended. */
    private static List<Row> counted(Dataset<Row> sessions, Map<String, Column> counts) {
        List<Column> ofPatient = new ArrayList<>();
        List<Column> together = new ArrayList<>();
        counts.forEach((name, counted) -> {
            ofPatient.add(count(counted).as(name));
            together.add(sum(name));
        });
        together.add(max("booked"));
        together.add(max("attended"));
        together.add(count(when(col("attended").gt(0), 1)));
        return sessions.withColumn("period", date_format(col("session_date"), "yyyy-MM"))
                .withColumn("clinic_id", explode(array(lit(Cell.ALL), col("clinic_id"))))
                .groupBy("clinic_id", "period", "patient_key")
                .agg(ofPatient.get(0), ofPatient.subList(1, ofPatient.size()).toArray(Column[]::new))
                .groupBy("clinic_id", "period")
                .agg(count(lit(1)), together.toArray(Column[]::new))
                .collectAsList();
    }

    private static ResultRow row(Row row) {
        List<Figure> figures = new ArrayList<>();
        int last = row.size() - 1;
        for (int i = 3; i < last - 2; i++) {
            figures.add(new Count(row.getLong(i)));
        }
        figures.add(2, new Count(row.getLong(last)));
        return new ResultRow(
                List.of(row.getString(0), row.getString(1)),
                new Contributors(
                        fewest(row.getLong(2), row.getLong(last)),
                        List.of(row.getLong(last - 2), row.getLong(last - 1)),
                        OptionalDouble.empty(),
                        false,
                        false),
                figures);
    }

    /** Patients behind the row: attended figures are about those who attended, if anybody did. */
    private static long fewest(long booked, long attended) {
        return attended > 0 ? attended : booked;
    }
}
