package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;

/**
 * Changes between two scores, one row each, in whole steps: {@code measure, window, clinic_id, technique, patient_key}, the episode,
 * case mix, {@code baseline, follow_up, change, improvement, threshold, sessions, month}.
 *
 * <p>In the window {@code session}, after − before of one session, in the month of the session; in the window {@code episode},
 * follow-up − baseline of an episode, in the month of its last session.
 */
public final class Changes {
    /** The immediate window. */
    public static final String SESSION = "session";
    /** The lasting window. */
    public static final String EPISODE = "episode";

    private static final List<String> ABOUT = List.of(
            "clinic_id",
            "patient_key",
            "episode_key",
            Visits.COMPLAINT,
            Visits.EPISODE_START,
            "body_region",
            "condition",
            "chronicity",
            "age_band",
            "sex");

    private Changes() {}

    /** Immediate changes of the measures that are scored before and after a session. */
    public static Dataset<Row> ofSessions(Dataset<Row> visits, List<Measure> measures, Thresholds thresholds) {
        List<Column> entries = new ArrayList<>();
        for (Measure measure : measures) {
            if (measure.timing() == Measure.Timing.SESSION) {
                Column before = col(measure.columns().get(0).name());
                Column after = col(measure.columns().get(1).name());
                entries.add(entry(measure, before, after, col("technique"), lit(1), thresholds));
            }
        }
        return rows(visits, entries, SESSION, month("session_date"));
    }

    /** Lasting changes of all measures, from {@link Episodes}. */
    public static Dataset<Row> ofEpisodes(
            Dataset<Row> episodes, List<Measure> measures, Thresholds thresholds, BigDecimal share) {
        List<Column> entries = new ArrayList<>();
        for (Measure measure : measures) {
            Column followUp = col(measure.id() + "_follow_up");
            Column day = followUp.getField("day");
            entries.add(entry(
                    measure,
                    col(measure.id() + "_baseline"),
                    followUp.getField("negated").multiply(-1),
                    Episodes.technique(day, share),
                    Episodes.sessionsUntil(day),
                    thresholds));
        }
        return rows(episodes, entries, EPISODE, month("last_date"));
    }

    private static Column entry(
            Measure measure,
            Column baseline,
            Column followUp,
            Column technique,
            Column sessions,
            Thresholds thresholds) {
        Column change = followUp.minus(baseline);
        return struct(
                lit(measure.id()).as("measure"),
                technique.as("level"),
                baseline.as("baseline"),
                followUp.as("follow_up"),
                change.as("change"),
                change.multiply(measure.polarity()).as("improvement"),
                thresholds.steps(measure, baseline).as("threshold"),
                sessions.as("sessions"));
    }

    private static Dataset<Row> rows(Dataset<Row> source, List<Column> entries, String window, Column month) {
        List<Column> columns = new ArrayList<>(List.of(Visits.columns(ABOUT)));
        columns.add(month.as("month"));
        columns.add(explode(array(entries.toArray(Column[]::new))).as("entry"));
        return source.select(columns.toArray(Column[]::new))
                .where(col("entry.baseline")
                        .isNotNull()
                        .and(col("entry.follow_up").isNotNull()))
                .selectExpr("*", "entry.*", "'" + window + "' as window")
                .withColumnRenamed("level", "technique")
                .drop("entry");
    }

    private static Column month(String date) {
        return date_format(col(date), "yyyy-MM");
    }
}
