package physio.outcomes.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.Vocabulary;

/**
 * Sessions as compact blocks, all of a patient in one: what statistics read that go over the rows more than once. They stay in
 * memory, on disk where that is short, until they are closed. Of a session that was not attended only its clinic and day are kept.
 */
public final class SessionBlocks implements AutoCloseable {
    /** By Spark's estimate, which counts some 300 bytes a session. */
    private static final long BYTES_A_PART = 1L << 26;

    private static final int KEY_DIGITS = 16;
    private static final String EVENT = "adverse_event";
    private static final Column IS_ATTENDED = col("attendance").equalTo("attended");

    /** Enough to keep thousands of practitioners apart, few enough to read out. */
    private static final int CODE_DIGITS = 8;

    private final JavaRDD<PackedSessions> packed;
    private final Vocabulary vocabulary;
    private final List<String> columns;
    private final Map<String, Measure> measures;

    private SessionBlocks(
            JavaRDD<PackedSessions> packed,
            Vocabulary vocabulary,
            List<String> columns,
            Map<String, Measure> measures) {
        this.packed = packed;
        this.vocabulary = vocabulary;
        this.columns = columns;
        this.measures = measures;
    }

    /** Whether sessions say who treated. */
    public enum Practitioners {
        TOLD,
        UNTOLD
    }

    /** Packs the store's sessions, without their practitioners. */
    public static SessionBlocks of(Dataset<Row> sessions, List<Measure> candidates) {
        return of(sessions, candidates, Practitioners.UNTOLD);
    }

    /**
     * Packs the store's sessions.
     *
     * @param candidates measures, which are kept when they have a score
     */
    public static SessionBlocks of(Dataset<Row> sessions, List<Measure> candidates, Practitioners practitioners) {
        List<String> present = Arrays.asList(sessions.columns());
        List<Measure> measures = candidates.stream()
                .filter(measure -> names(measure).stream().allMatch(present::contains))
                .toList();
        List<String> columns =
                measures.stream().flatMap(measure -> names(measure).stream()).toList();
        sessions.sparkSession().sparkContext().setJobDescription("Reading sessions");
        JavaRDD<PackedSessions> packed = grouped(selected(sessions, columns, practitioners), columns.size())
                .persist(StorageLevel.MEMORY_AND_DISK());
        Found found = packed.map(own -> Found.of(own, columns.size())).reduce(Found::plus);
        Map<String, Measure> scored = new LinkedHashMap<>();
        for (Measure measure : measures) {
            if (found.scored().get(columns.indexOf(names(measure).get(0)))) {
                scored.put(measure.id(), measure);
            }
        }
        return new SessionBlocks(packed, new Vocabulary(found.values()), columns, scored);
    }

    private static List<String> names(Measure measure) {
        return measure.columns().stream().map(column -> column.name()).toList();
    }

    /** Blocks that hold all sessions of their patients. */
    private static JavaRDD<PackedSessions> grouped(Dataset<Row> sessions, int scores) {
        int parts = parts(sessions);
        return sessions.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsToPair(rows -> new SessionPacker(rows, scores, parts))
                .partitionBy(new HashPartitioner(parts))
                .values()
                .mapPartitions(blocks -> PackedSessions.grouped(blocks, scores));
    }

    /**
     * As many as Spark is set to, else one a core, since the 200 that Spark takes for a cluster cost more than they spare; and more where there are more sessions
     * than a part should hold.
     */
    private static int parts(Dataset<Row> sessions) {
        SQLConf settings = sessions.sparkSession().sessionState().conf();
        int least = settings.contains(SQLConf.SHUFFLE_PARTITIONS().key())
                ? settings.numShufflePartitions()
                : sessions.sparkSession().sparkContext().defaultParallelism();
        BigInteger bytes =
                sessions.queryExecution().optimizedPlan().stats().sizeInBytes().bigInteger();
        // Spark takes what it does not know for endless.
        return bytes.bitLength() >= Long.SIZE - 1
                ? least
                : Math.max(least, Math.toIntExact(bytes.longValueExact() / BYTES_A_PART));
    }

    /** Patient, episode, day, marks, attributes and scores. */
    private static Dataset<Row> selected(Dataset<Row> sessions, List<String> scores, Practitioners practitioners) {
        List<Column> columns = new ArrayList<>(List.of(
                col("patient_key"),
                col("episode_key"),
                unix_date(col("session_date")).as("day"),
                marks(sessions).as("marks")));
        for (Attribute attribute : Attribute.values()) {
            columns.add(
                    switch (attribute) {
                        case TECHNIQUE ->
                            when(col("technique").contains("+"), Vocabulary.COMBINED)
                                    .otherwise(col("technique"))
                                    .as("technique");
                        case PRACTITIONER -> practitioner(practitioners);
                        case CLINIC, BODY_REGION, CONDITION, CHRONICITY, AGE_BAND, SEX, VISIT ->
                            col(attribute.column());
                    });
        }
        scores.forEach(score -> columns.add(col(score)));
        return sessions.select(columns.toArray(Column[]::new));
    }

    private static Column marks(Dataset<Row> sessions) {
        Column missed = when(IS_ATTENDED, 0).otherwise(SessionBlock.MISSED);
        if (!Arrays.asList(sessions.columns()).contains(EVENT)) {
            return missed;
        }
        return missed.plus(when(col(EVENT).isNull(), 0)
                .when(col(EVENT).equalTo("none"), SessionBlock.TELLS_OF_EVENTS)
                .otherwise(SessionBlock.TELLS_OF_EVENTS | SessionBlock.EVENT));
    }

    /** The code that stands for a practitioner in reports: the first digits of the key. */
    public static String practitionerCode(long key) {
        return String.format(Locale.ROOT, "%016x", key).substring(0, CODE_DIGITS);
    }

    private static Column practitioner(Practitioners practitioners) {
        String name = Attribute.PRACTITIONER.column();
        return practitioners == Practitioners.TOLD
                ? substring(lower(lpad(hex(col(name)), KEY_DIGITS, "0")), 1, CODE_DIGITS)
                        .as(name)
                : lit(null).cast(DataTypes.StringType).as(name);
    }

    /** The sessions. */
    public JavaRDD<SessionBlock> blocks() {
        return coded(packed);
    }

    /** All sessions of the patients that have any in a month or after, and of some others. */
    JavaRDD<SessionBlock> since(YearMonth month) {
        int day = Math.toIntExact(month.atDay(1).toEpochDay());
        return coded(packed.filter(own -> own.block().reaches(day)));
    }

    private JavaRDD<SessionBlock> coded(JavaRDD<PackedSessions> some) {
        Vocabulary own = vocabulary;
        return some.map(sessions -> sessions.coded(own));
    }

    /** What the blocks' codes mean. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The measures that have scores, by id, in the order in which they were given. */
    public Map<String, Measure> measures() {
        return measures;
    }

    /** Where a measure's columns begin among the blocks' columns of scores. */
    public int firstColumn(Measure measure) {
        return columns.indexOf(names(measure).get(0));
    }

    @Override
    public void close() {
        packed.unpersist(false);
    }

    /** The values of attributes, and which columns have scores. */
    private record Found(EnumMap<Attribute, Set<String>> values, BitSet scored) implements Serializable {

        static Found of(PackedSessions packed, int columns) {
            BitSet scored = new BitSet();
            for (int column = 0; column < columns; column++) {
                scored.set(column, packed.block().hasScores(column));
            }
            EnumMap<Attribute, Set<String>> values = new EnumMap<>(Attribute.class);
            values.putAll(packed.values().sets());
            return new Found(values, scored);
        }

        Found plus(Found other) {
            other.values.forEach((attribute, own) ->
                    values.computeIfAbsent(attribute, none -> new TreeSet<>()).addAll(own));
            scored.or(other.scored);
            return this;
        }
    }
}
