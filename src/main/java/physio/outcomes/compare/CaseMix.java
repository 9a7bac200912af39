package physio.outcomes.compare;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives every case-mix column a level in each row: missing is one of its own, and rare ones are pooled. */
final class CaseMix {
    /** The level of rows without a value; it stands last. */
    static final String MISSING = "missing";
    /** The level of rare values. */
    static final String POOLED = "pooled";

    private CaseMix() {}

    /** The name of a factor's column in rows. */
    static String column(String factor) {
        return factor.equals("clinic") ? "clinic_id" : factor;
    }

    /** The rows with a column {@code factor_<name>} for each factor. */
    static Dataset<Row> of(Dataset<Row> changes, List<String> factors, int rareBelow) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String factor : factors) {
            Column level = coalesce(col(column(factor)), lit(MISSING));
            List<String> rare = rareBelow > 0 ? rare(changes, level, rareBelow) : List.of();
            columns.put(
                    "factor_" + factor,
                    rare.isEmpty()
                            ? level
                            : when(level.isin(rare.toArray()), POOLED).otherwise(level));
        }
        return columns.isEmpty() ? changes : changes.withColumns(columns);
    }

    /**
     * The levels to pool: those that are rare in a measure and window, and then the next-rarest until what is pooled is rare in none.
     */
    private static List<String> rare(Dataset<Row> changes, Column level, int rareBelow) {
        Map<String, Map<String, Long>> patients = new TreeMap<>();
        changes.groupBy(level.as("level"), col("measure"), col("window"))
                .agg(count_distinct(col("patient_key")))
                .collectAsList()
                .forEach(row -> patients.computeIfAbsent(row.getString(0), of -> new TreeMap<>())
                        .put(row.getString(1) + " " + row.getString(2), row.getLong(3)));
        List<Map.Entry<String, Map<String, Long>>> fewestFirst = new ArrayList<>(patients.entrySet());
        fewestFirst.sort(
                Comparator.comparing(entry -> Collections.min(entry.getValue().values())));
        List<String> pooled = new ArrayList<>();
        for (Map.Entry<String, Map<String, Long>> next : fewestFirst) {
            boolean isRare = Collections.min(next.getValue().values()) < rareBelow;
            if (isRare || (!pooled.isEmpty() && fewestPatients(changes, level.isin(pooled.toArray())) < rareBelow)) {
                pooled.add(next.getKey());
            }
        }
        return pooled;
    }

    /** Distinct patients of some rows in the measure and window where they are fewest. */
    private static long fewestPatients(Dataset<Row> changes, Column isAmong) {
        return changes.where(isAmong)
                .groupBy("measure", "window")
                .agg(count_distinct(col("patient_key")).as("patients"))
                .agg(min("patients"))
                .first()
                .getLong(0);
    }
}
