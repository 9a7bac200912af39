package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.domain.Figure;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Histogram;

/** Distributions of a whole number by clinic and for all. */
final class ClinicHistograms {
    private ClinicHistograms() {}

    /** By clinic, {@code all} among them. */
    static Map<String, Histogram> of(Dataset<Row> rows, String value) {
        Dataset<Row> counted = rows.select(
                        explode(array(lit(Cells.ALL), col("clinic_id"))).as("clinic_id"),
                        col(value).cast("long").as("value"))
                .groupBy("clinic_id", "value")
                .agg(count(lit(1)));
        Map<String, Map<Long, Long>> counts = new HashMap<>();
        for (Row row : counted.collectAsList()) {
            counts.computeIfAbsent(row.getString(0), clinic -> new HashMap<>()).put(row.getLong(1), row.getLong(2));
        }
        Map<String, Histogram> histograms = new HashMap<>();
        counts.forEach((clinic, countByValue) -> histograms.put(clinic, Histogram.of(countByValue)));
        return histograms;
    }

    /** Mean with its interval, median and quartiles. */
    static void addTo(List<Figure> figures, ClusteredMean mean, Histogram distribution) {
        figures.add(Figure.number(mean.mean()));
        TechniqueOutcomes.addLimits(figures, mean.interval());
        figures.add(Figure.number(distribution.quantile(0.5)));
        figures.add(Figure.number(distribution.quantile(0.25)));
        figures.add(Figure.number(distribution.quantile(0.75)));
    }
}
