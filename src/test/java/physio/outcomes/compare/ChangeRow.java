package physio.outcomes.compare;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** One change in pain over an episode, in whole steps, lower is better; sex may be missing. */
record ChangeRow(
        long patient,
        String clinic,
        String technique,
        int baseline,
        int followUp,
        @Nullable String sex,
        String ageBand) {

    static ChangeRow of(long patient, String technique, int baseline, int followUp) {
        return new ChangeRow(patient, "C1", technique, baseline, followUp, "female", "40-49");
    }

    ChangeRow sex(@Nullable String other) {
        return new ChangeRow(patient, clinic, technique, baseline, followUp, other, ageBand);
    }

    ChangeRow clinic(String other) {
        return new ChangeRow(patient, other, technique, baseline, followUp, sex, ageBand);
    }

    /** In the direction of a polarity. */
    int improvement(int polarity) {
        return (followUp - baseline) * polarity;
    }

    /** As the store gives sessions: each row an episode of two days. */
    static Dataset<Row> sessions(SparkSession spark, List<ChangeRow> rows) {
        List<Row> sessions = new ArrayList<>();
        for (ChangeRow row : rows) {
            sessions.add(row.session((long) sessions.size() / 2, "2024-01-01", row.baseline));
            sessions.add(row.session((long) sessions.size() / 2, "2024-01-02", row.followUp));
        }
        return spark.createDataFrame(sessions, SessionSchema.of(List.of("pain_score")));
    }

    private Row session(long episode, String date, int score) {
        return RowFactory.create(
                patient,
                episode,
                Date.valueOf(date),
                "attended",
                clinic,
                technique,
                "neck",
                null,
                null,
                ageBand,
                sex,
                null,
                score);
    }

    /** As {@code Changes} gives rows, with a period. */
    static Dataset<Row> changes(SparkSession spark, List<ChangeRow> rows, int polarity) {
        return spark.createDataFrame(
                rows.stream().map(row -> row.cells(polarity)).toList(), schema());
    }

    private Row cells(int polarity) {
        return RowFactory.create(
                "pain",
                "episode",
                "2024",
                clinic,
                technique,
                patient,
                null,
                "neck",
                Date.valueOf("2024-01-01"),
                sex,
                ageBand,
                baseline,
                followUp,
                followUp - baseline,
                improvement(polarity),
                2,
                1);
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (String text : List.of("measure", "window", "period", "clinic_id", "technique")) {
            schema = schema.add(text, DataTypes.StringType);
        }
        schema = schema.add("patient_key", DataTypes.LongType)
                .add("episode_key", DataTypes.LongType)
                .add("complaint", DataTypes.StringType)
                .add("episode_start", DataTypes.DateType)
                .add("sex", DataTypes.StringType)
                .add("age_band", DataTypes.StringType);
        for (String number : List.of("baseline", "follow_up", "change", "improvement", "threshold", "sessions")) {
            schema = schema.add(number, DataTypes.IntegerType);
        }
        return schema;
    }
}
