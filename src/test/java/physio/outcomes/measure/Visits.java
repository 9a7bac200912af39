package physio.outcomes.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Attended sessions, each in its episode of care.
 *
 * <p>An episode is what the clinic calls one; without its id, the sessions of one patient and body region, where a date difference
 * of more than a number of days starts a new one. Adds {@link #EPISODE_START}, {@link #COMPLAINT}, {@link #VISIT_NUMBER}, {@link
 * #IS_LEADING} and turns {@code technique} into a level: a code, or {@code combined}.
 */
public final class Visits {
    /** The day of the episode's first session. */
    public static final String EPISODE_START = "episode_start";
    /** The body region that sessions without an episode id are joined by, null with one. */
    public static final String COMPLAINT = "complaint";
    /** The visit's number in its episode, from 1; sessions of one day are one visit. */
    public static final String VISIT_NUMBER = "visit_number";
    /** Whether the episode is the first-started one that the patient was treated in on that day. */
    public static final String IS_LEADING = "is_leading";

    /** What identifies an episode. */
    static final List<String> EPISODE = List.of("patient_key", "episode_key", COMPLAINT, EPISODE_START);

    private static final WindowSpec COURSE =
            Window.partitionBy("patient_key", "episode_key", COMPLAINT).orderBy("session_date");

    private Visits() {}

    /**
     * Puts attended sessions into episodes.
     *
     * @param sessions the store's sessions
     * @param gapDays a longer pause, in days, starts a new episode
     */
    public static Dataset<Row> of(Dataset<Row> sessions, int gapDays) {
        Column complaint = when(col("episode_key").isNull(), coalesce(col("body_region"), lit("unknown")));
        Dataset<Row> attended = sessions.where(col("attendance").equalTo("attended"))
                .withColumns(Map.of(
                        COMPLAINT,
                        complaint,
                        "technique",
                        when(col("technique").contains("+"), "combined").otherwise(col("technique"))));
        Column previous = lag("session_date", 1).over(COURSE);
        Column isFirst = previous.isNull()
                .or(col("episode_key")
                        .isNull()
                        .and(datediff(col("session_date"), previous).gt(gapDays)));
        Dataset<Row> started = attended.withColumn("start", when(isFirst, col("session_date")))
                .withColumn(EPISODE_START, max("start").over(COURSE))
                .drop("start");
        Column number = dense_rank().over(Window.partitionBy(columns(EPISODE)).orderBy("session_date"));
        Column rank = struct(col(EPISODE_START), coalesce(col(COMPLAINT), lit("")));
        Column leading = min(rank).over(Window.partitionBy("patient_key", "session_date"));
        return started.withColumn(VISIT_NUMBER, number).withColumn(IS_LEADING, rank.equalTo(leading));
    }

    static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
