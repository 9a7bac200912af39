package physio.outcomes.compare.truth;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.compare.Comparison;
import physio.outcomes.compare.ComparisonPlan;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.course.Attribute;

/**
 * Several simulated studies, compared in one go: each has patients of its own, who are scored on a measure of their own, {@code m0},
 * {@code m1} and so on.
 */
final class Compared {
    private static final List<String> CASE_MIX = List.of("age_band", "body_region");
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final ComparisonPlan.Scope SCOPE =
            new ComparisonPlan.Scope("2024", new Study.Days(0, 30_000), Optional.empty(), 90, new BigDecimal("0.66"));

    private Compared() {}

    /** Compares the studies of the seeds from {@code first}. */
    static Comparison of(SparkSession spark, Design design, long first, int count) {
        List<Long> seeds = LongStream.range(first, first + count).boxed().toList();
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(seeds, 2)
                .flatMap(seed -> Simulated.encounters(design, seed).stream()
                        .map(encounter -> row(encounter, Math.toIntExact(seed - first), count))
                        .iterator());
        Map<String, Measure> measures = measures(count);
        try (SessionBlocks blocks =
                SessionBlocks.of(spark.createDataFrame(rows, schema(count)), List.copyOf(measures.values()))) {
            return Comparison.of(
                    blocks, new ComparisonPlan(measures, Optional.of("a"), CASE_MIX, Cluster.PATIENT, 20, 0, SCOPE));
        }
    }

    private static Map<String, Measure> measures(int count) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        String yaml = "{range: [0, " + Population.HIGHEST
                + "], step: 1, better: lower, unit: points, timing: visit, mcid: {absolute: 10}}";
        for (int i = 0; i < count; i++) {
            measures.putAll(
                    SettingsReader.parse("measures: {m" + i + ": " + yaml + "}").measures());
        }
        return measures;
    }

    private static StructType schema(int scores) {
        StructType schema = new StructType()
                .add("patient_key", DataTypes.LongType)
                .add("episode_key", DataTypes.LongType)
                .add("session_date", DataTypes.DateType)
                .add("attendance", DataTypes.StringType);
        for (Attribute attribute : Attribute.values()) {
            schema = schema.add(attribute.column(), DataTypes.StringType);
        }
        for (int i = 0; i < scores; i++) {
            schema = schema.add("m" + i + "_score", DataTypes.IntegerType);
        }
        return schema;
    }

    private static Row row(Encounter encounter, int score, int scores) {
        List<@Nullable Object> values = new ArrayList<>(
                Arrays.asList(encounter.patient(), null, Date.valueOf(START.plusDays(encounter.day())), "attended"));
        for (Attribute attribute : Attribute.values()) {
            values.add(value(encounter, attribute));
        }
        values.addAll(Collections.nCopies(scores, null));
        values.set(values.size() - scores + score, encounter.score());
        return RowFactory.create(values.toArray());
    }

    private static @Nullable String value(Encounter encounter, Attribute attribute) {
        return switch (attribute) {
            case CLINIC -> "C" + encounter.clinic();
            case TECHNIQUE -> Population.TECHNIQUES.get(encounter.technique());
            case BODY_REGION -> Population.REGIONS.get(encounter.region());
            case AGE_BAND -> Population.AGE_BANDS.get(encounter.age());
            case CONDITION, CHRONICITY, SEX, VISIT, PRACTITIONER -> null;
        };
    }
}
