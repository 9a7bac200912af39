package physio.outcomes.measure;

import java.io.Serializable;
import java.time.YearMonth;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.store.DataFiles;

/**
 * Sessions as compact blocks, all of a patient in one: what statistics read that go over the rows more than once. They stay in
 * memory, on disk where that is short, until they are closed. Of a session that was not attended only its clinic and day are kept.
 */
public final class SessionBlocks implements AutoCloseable {
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
        return of(SpreadSessions.of(sessions, candidates, practitioners));
    }

    /**
     * Packs sessions of data files.
     *
     * @param days of the sessions
     * @param candidates measures, which are kept when they have a score
     */
    public static SessionBlocks of(
            SparkSession spark,
            DataFiles files,
            SessionDays days,
            List<Measure> candidates,
            Practitioners practitioners) {
        return of(SpreadSessions.of(spark, files, days, candidates, practitioners));
    }

    private static SessionBlocks of(SpreadSessions spread) {
        ScoreColumns scores = spread.scores();
        int columns = scores.names().size();
        // Blocks that hold all sessions of their patients.
        JavaRDD<PackedSessions> packed = spread.sessions()
                .partitionBy(new HashPartitioner(spread.parts()))
                .values()
                .mapPartitions(blocks -> PackedSessions.grouped(blocks, columns))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Found found = packed.map(own -> Found.of(own, columns))
                .fold(new Found(new EnumMap<>(Attribute.class), new BitSet()), Found::plus);
        Map<String, Measure> scored = new LinkedHashMap<>();
        for (Measure measure : scores.measures()) {
            if (found.scored()
                    .get(scores.names().indexOf(ScoreColumns.of(measure).get(0)))) {
                scored.put(measure.id(), measure);
            }
        }
        return new SessionBlocks(packed, new Vocabulary(found.values()), scores.names(), scored);
    }

    /** The code that stands for a practitioner in reports: the first digits of the key. */
    public static String practitionerCode(long key) {
        return String.format(Locale.ROOT, "%016x", key).substring(0, CODE_DIGITS);
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
        return columns.indexOf(ScoreColumns.of(measure).get(0));
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
