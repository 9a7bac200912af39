package physio.outcomes.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many sessions a new delivery has in common with each earlier one. */
final class SharedSessions {
    private final Map<Integer, Map<Integer, Long>> counts = new HashMap<>();

    private SharedSessions() {}

    static SharedSessions of(CurrentSessions current, List<StagedDelivery> staged) {
        SharedSessions shared = new SharedSessions();
        String[] files = staged.stream()
                .flatMap(delivery -> delivery.sessions().stream())
                .map(file -> file.location())
                .toArray(String[]::new);
        if (files.length > 0) {
            Dataset<Row> added = current.staged(files).select("session_key", "delivery");
            pairs(added, current.rows().select("session_key", "delivery"))
                    .collectAsList()
                    .forEach(shared::add);
        }
        return shared;
    }

    /** Sessions that a delivery shares with an earlier one. */
    long between(int later, int earlier) {
        return counts.getOrDefault(later, Map.of()).getOrDefault(earlier, 0L);
    }

    /** Sessions that a delivery shares with earlier ones, the one that it replaces apart; one in three deliveries counts twice. */
    long withEarlier(int later, Optional<Integer> replaced) {
        return counts.getOrDefault(later, Map.of()).entrySet().stream()
                .filter(entry -> !replaced.equals(Optional.of(entry.getKey())))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Dataset<Row> pairs(Dataset<Row> added, Dataset<Row> present) {
        Dataset<Row> later = added.withColumnRenamed("delivery", "later");
        Dataset<Row> earlier = present.union(added).withColumnRenamed("delivery", "earlier");
        return later.join(earlier, "session_key")
                .where(col("earlier").lt(col("later")))
                .groupBy("later", "earlier")
                .agg(count(lit(1)).as("shared"));
    }

    private void add(Row row) {
        counts.computeIfAbsent(row.getInt(0), later -> new HashMap<>()).put(row.getInt(1), row.getLong(2));
    }
}
