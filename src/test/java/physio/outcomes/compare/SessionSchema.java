package physio.outcomes.compare;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of the store's sessions that comparisons read, and scores after them. */
public final class SessionSchema {
    private SessionSchema() {}

    /** With columns of scores of the given names. */
    public static StructType of(List<String> scores) {
        StructType schema = new StructType()
                .add("patient_key", DataTypes.LongType)
                .add("episode_key", DataTypes.LongType)
                .add("session_date", DataTypes.DateType);
        for (String text : List.of(
                "attendance",
                "clinic_id",
                "technique",
                "body_region",
                "condition",
                "chronicity",
                "age_band",
                "sex",
                "visit")) {
            schema = schema.add(text, DataTypes.StringType);
        }
        for (String score : scores) {
            schema = schema.add(score, DataTypes.IntegerType);
        }
        return schema;
    }
}
