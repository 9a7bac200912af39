package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts of rows by clinic and month, and how many distinct patients are behind them: summed by patient first, as sums scale. */
final class PatientCounts {
    /** Distinct patients with a row. */
    static final String PATIENTS = "patients";

    private PatientCounts() {}

    /**
     * One row a clinic (or {@code all}) and month: {@code clinic_id, period}, {@link #PATIENTS}, then the counts in their order.
     *
     * @param date the column whose month is the period
     * @param counts by name: how often an expression is not null
     * @param some of those counts: patients with a row of it are counted too, last
     */
    static List<Row> of(Dataset<Row> rows, Column date, Map<String, Column> counts, String some) {
        Column[] cell = Visits.columns(List.of("clinic_id", "period"));
        List<Column> byPatient = new ArrayList<>();
        List<Column> together = new ArrayList<>();
        counts.forEach((name, counted) -> {
            byPatient.add(count(counted).as(name));
            together.add(sum(name).as(name));
        });
        together.add(count(when(col(some).gt(0), 1)));
        return rows.withColumn("period", date_format(date, "yyyy-MM"))
                .withColumn("clinic_id", explode(array(lit(Cells.ALL), col("clinic_id"))))
                .groupBy(Visits.columns(List.of("clinic_id", "period", "patient_key")))
                .agg(byPatient.get(0), byPatient.subList(1, byPatient.size()).toArray(Column[]::new))
                .groupBy(cell)
                .agg(count(lit(1)).as(PATIENTS), together.toArray(Column[]::new))
                .collectAsList();
    }
}
