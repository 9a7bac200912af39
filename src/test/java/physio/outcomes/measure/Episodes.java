package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;

/**
 * Episodes of care, one row each: clinic and case mix of the first session, and for each measure {@code <id>_baseline}, {@code
 * <id>_follow_up} (struct of day and score) in whole steps.
 *
 * <p>Baseline is the score of the first day; missing there, it stays missing. Follow-up is the last recorded score of a later day.
 * Of several scores on one day the smallest counts, so that row order makes no difference.
 */
public final class Episodes {
    private static final String COURSE = "course";

    private Episodes() {}

    /** Groups {@link Visits} into episodes with the scores of the given measures. */
    public static Dataset<Row> of(Dataset<Row> visits, List<Measure> measures) {
        List<Column> sums = new ArrayList<>();
        sums.add(min(struct(
                        col("session_date"),
                        col("clinic_id"),
                        col("body_region"),
                        col("condition"),
                        col("chronicity"),
                        col("age_band"),
                        col("sex")))
                .as("first"));
        sums.add(max("session_date").as("last_date"));
        sums.add(array_sort(collect_list(struct(col("session_date"), col("technique"))))
                .as(COURSE));
        for (Measure measure : measures) {
            sums.add(baseline(measure).as(measure.id() + "_baseline"));
            sums.add(followUp(measure).as(measure.id() + "_follow_up"));
        }
        Dataset<Row> grouped = visits.groupBy(Visits.columns(Visits.EPISODE))
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
        return grouped.selectExpr(
                        "*",
                        "first.clinic_id",
                        "first.body_region",
                        "first.condition",
                        "first.chronicity",
                        "first.age_band",
                        "first.sex")
                .drop("first");
    }

    /**
     * The technique of an episode: the one used in at least a share of the sessions before the follow-up, else {@code mixed}. What
     * comes after a score cannot have caused it.
     *
     * @param share above one half, so that one technique at most can reach it
     */
    static Column technique(Column followUpDate, BigDecimal share) {
        Column before = transform(
                filter(col(COURSE), session -> session.getField("session_date").lt(followUpDate)),
                session -> session.getField("technique"));
        Column reaching = filter(
                array_distinct(before),
                technique -> size(filter(before, other -> other.equalTo(technique)))
                        .cast("decimal(20,0)")
                        .geq(size(before).cast("decimal(20,0)").multiply(lit(share))));
        return when(size(reaching).gt(0), element_at(reaching, 1)).otherwise("mixed");
    }

    /** The number of sessions. */
    static Column sessions() {
        return size(col(COURSE));
    }

    /** The days with a session, ascending. */
    static Column days() {
        return array_distinct(transform(col(COURSE), session -> session.getField("session_date")));
    }

    /** The number of sessions up to and on a day. */
    static Column sessionsUntil(Column day) {
        return size(
                filter(col(COURSE), session -> session.getField("session_date").leq(day)));
    }

    private static Column baseline(Measure measure) {
        return min(when(col("session_date").equalTo(col(Visits.EPISODE_START)), score(measure)));
    }

    private static Column followUp(Measure measure) {
        Column score = score(measure);
        Column isLater = col("session_date").gt(col(Visits.EPISODE_START)).and(score.isNotNull());
        return max(when(
                isLater,
                struct(col("session_date").as("day"), score.multiply(-1).as("negated"))));
    }

    private static Column score(Measure measure) {
        Column score = col(measure.lastingColumn().name());
        return measure.isPatientLevel() ? when(col(Visits.IS_LEADING), score) : score;
    }
}
