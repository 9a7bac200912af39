package physio.outcomes.measure;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.catalogue.SettingsReader;

/** Builds the store's sessions in place: each is patient 1, clinic C1, technique dtm, attended, and what is set otherwise. */
final class Sessions {
    private final SparkSession spark;
    private final List<Measure> measures;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private Sessions(SparkSession spark, List<Measure> measures) {
        this.spark = spark;
        this.measures = measures;
    }

    static Sessions of(SparkSession spark, Measure... measures) {
        return new Sessions(spark, List.of(measures));
    }

    /** A measure of range 0 to 100 in whole steps, lower is better, an improvement of 2 counts; the text goes on from there. */
    static Measure measure(String id, String timing, String more) {
        String yaml = "measures: {" + id + ": {unit: points, timing: " + timing + more + "}}";
        return List.copyOf(SettingsReader.parse(yaml).measures().values()).get(0);
    }

    static Measure pain() {
        return measure("pain", "session", ", range: [0, 100], step: 1, better: lower, mcid: {absolute: 2}");
    }

    static Measure sleep() {
        return measure("sleep", "visit", ", range: [0, 100], step: 1, better: lower, mcid: {absolute: 2}");
    }

    /** A session on a day; what follows sets its columns. */
    Sessions on(String day) {
        Map<String, Object> row = new HashMap<>(
                Map.of("patient_key", 1L, "clinic_id", "C1", "technique", "dtm", "attendance", "attended"));
        row.put("session_date", Date.valueOf(day));
        rows.add(row);
        return this;
    }

    Sessions patient(long patient) {
        return with("patient_key", patient);
    }

    Sessions episode(long episode) {
        return with("episode_key", episode);
    }

    Sessions technique(String technique) {
        return with("technique", technique);
    }

    Sessions pain(int before, int after) {
        return with("pain_before", before).with("pain_after", after);
    }

    Sessions with(String column, Object value) {
        rows.get(rows.size() - 1).put(column, value);
        return this;
    }

    Dataset<Row> table() {
        StructType schema = schema();
        List<Row> values = rows.stream()
                .map(row -> RowFactory.create(
                        List.of(schema.fieldNames()).stream().map(row::get).toArray()))
                .toList();
        return spark.createDataFrame(values, schema);
    }

    Dataset<Row> visits() {
        return Visits.of(table(), 90);
    }

    Dataset<Row> episodes() {
        return Episodes.of(visits(), measures);
    }

    /** As the monthly report tells them. */
    MonthlyOutcomes outcomes() {
        return outcomes(table(), measures);
    }

    /** The same for other sessions or measures. */
    static MonthlyOutcomes outcomes(Dataset<Row> sessions, List<Measure> measures) {
        SessionBlocks blocks = SessionBlocks.of(sessions, measures);
        return MonthlyOutcomes.of(blocks, blocks.measures(), 90, new BigDecimal("0.66"));
    }

    private StructType schema() {
        StructType schema = new StructType()
                .add("patient_key", DataTypes.LongType)
                .add("episode_key", DataTypes.LongType)
                .add("session_date", DataTypes.DateType);
        for (String text : List.of(
                "clinic_id",
                "technique",
                "attendance",
                "body_region",
                "condition",
                "chronicity",
                "age_band",
                "sex",
                "visit",
                "adverse_event")) {
            schema = schema.add(text, DataTypes.StringType);
        }
        DataType steps = DataTypes.IntegerType;
        for (Measure measure : measures) {
            for (ScoreColumn column : measure.columns()) {
                schema = schema.add(column.name(), steps);
            }
        }
        return schema;
    }
}
