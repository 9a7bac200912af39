package physio.outcomes.compare;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static List<String> rare(Dataset<Row> changes, Column level, int rareBelow) {
        List<String> rare = new ArrayList<>();
        changes.groupBy(level.as("level"))
                .agg(count_distinct(col("patient_key")).as("patients"))
                .where(col("patients").lt(rareBelow))
                .select("level")
                .collectAsList()
                .forEach(row -> rare.add(row.getString(0)));
        return rare;
    }
}
