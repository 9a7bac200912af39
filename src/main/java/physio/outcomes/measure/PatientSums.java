package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.measure.statistic.ClusteredMean;

/** Sums by clinic and for all, first by patient, then over patients: the driver sees one row a clinic. */
final class PatientSums {
    private PatientSums() {}

    /**
     * The clustered means of some columns of whole numbers, by clinic, {@code all} among them.
     *
     * @param rows with {@code clinic_id}, {@code patient_key} and the columns, which are never null
     */
    static Map<String, List<ClusteredMean>> byClinic(Dataset<Row> rows, String... values) {
        List<Column> own = new ArrayList<>();
        List<Column> sums = new ArrayList<>(List.of(count(lit(1)), sum(col("n").multiply(col("n")))));
        for (String value : values) {
            own.add(sum(col(value).cast("long")).as(value));
            sums.add(sum(value));
            sums.add(sum(col("n").multiply(col(value))));
            sums.add(sum(col(value).multiply(col(value))));
        }
        Dataset<Row> summed = rows.withColumn("clinic_id", explode(array(lit(Cells.ALL), col("clinic_id"))))
                .groupBy("clinic_id", "patient_key")
                .agg(count(lit(1)).as("n"), own.toArray(Column[]::new))
                .groupBy("clinic_id")
                .agg(sum("n"), sums.toArray(Column[]::new));
        Map<String, List<ClusteredMean>> means = new TreeMap<>();
        for (Row row : summed.collectAsList()) {
            means.put(
                    row.getString(0),
                    IntStream.range(0, values.length)
                            .mapToObj(value -> mean(row, 4 + 3 * value))
                            .toList());
        }
        return means;
    }

    private static ClusteredMean mean(Row row, int at) {
        return new ClusteredMean(
                row.getLong(1), row.getLong(2), big(row, at), big(row, 3), big(row, at + 1), big(row, at + 2));
    }

    private static BigInteger big(Row row, int at) {
        return BigInteger.valueOf(row.getLong(at));
    }
}
