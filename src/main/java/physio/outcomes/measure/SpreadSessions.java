package physio.outcomes.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructField;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.measure.SessionBlocks.Practitioners;
import physio.outcomes.store.DataFiles;
import physio.outcomes.store.RowChoice;

/**
 * Sessions as they are read, in blocks for the parts that patients are spread over.
 *
 * @param sessions with the number of their part
 * @param parts how many there are
 * @param scores the columns of scores that blocks have
 */
record SpreadSessions(JavaPairRDD<Integer, PackedSessions> sessions, int parts, ScoreColumns scores) {
    private static final String READING = "Reading sessions";

    /** By Spark's estimate. */
    private static final long BYTES_A_PART = 1L << 26;

    /** Spark's estimate, about. */
    private static final long BYTES_A_SESSION = 300;

    /** What a query gives. */
    static SpreadSessions of(Dataset<Row> sessions, List<Measure> candidates, Practitioners practitioners) {
        List<String> present = Arrays.asList(sessions.columns());
        ScoreColumns scores = ScoreColumns.of(candidates, present::contains);
        SessionColumns columns = new SessionColumns(scores.names(), practitioners);
        Dataset<Row> selected = sessions.select(columns.names().stream()
                .map(name -> SessionColumns.isLacking(name, present) ? lit(null).as(name) : col(name))
                .toArray(Column[]::new));
        List<StructField> fields = List.of(selected.schema().fields());
        int parts = parts(sessions.sparkSession(), bytes(sessions));
        sessions.sparkSession().sparkContext().setJobDescription(READING);
        return new SpreadSessions(
                selected.queryExecution()
                        .toRdd()
                        .toJavaRDD()
                        .mapPartitionsToPair(
                                rows -> new SessionPacker(columns, codes -> new RowCursor(rows, fields, codes), parts)),
                parts,
                scores);
    }

    /** What data files hold of some days. */
    static SpreadSessions of(
            SparkSession spark,
            DataFiles files,
            SessionDays days,
            List<Measure> candidates,
            Practitioners practitioners) {
        ScoreColumns scores = ScoreColumns.of(candidates, files::has);
        SessionColumns columns = new SessionColumns(scores.names(), practitioners);
        DataFiles.Reader reader = files.reader();
        int parts = parts(spark, BYTES_A_SESSION * files.rows());
        RowChoice choice = days.choice(spark, columns);
        spark.sparkContext().setJobDescription(READING);
        return new SpreadSessions(
                files.tasks(spark)
                        .flatMapToPair(part -> new SessionPacker(
                                columns, codes -> reader.open(part, columns.names(), codes, choice), parts)),
                parts,
                scores);
    }

    /** By Spark's estimate; Spark takes what it does not know for endless. */
    private static long bytes(Dataset<Row> sessions) {
        BigInteger bytes =
                sessions.queryExecution().optimizedPlan().stats().sizeInBytes().bigInteger();
        return bytes.bitLength() >= Long.SIZE - 1 ? 0 : bytes.longValueExact();
    }

    /**
     * As many as Spark is set to, else one a core, since the 200 that Spark takes for a cluster cost more than they spare; and more where there are more sessions
     * than a part should hold.
     */
    private static int parts(SparkSession spark, long bytes) {
        SQLConf settings = spark.sessionState().conf();
        int least = settings.contains(SQLConf.SHUFFLE_PARTITIONS().key())
                ? settings.numShufflePartitions()
                : spark.sparkContext().defaultParallelism();
        return Math.max(least, Math.toIntExact(bytes / BYTES_A_PART));
    }
}
