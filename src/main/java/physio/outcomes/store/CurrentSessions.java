package physio.outcomes.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import physio.outcomes.store.Releases.ClinicMonth;
import physio.outcomes.store.Releases.Release;

/** The store's tables at the snapshots of one state: as Spark queries them, or their data files where that is enough. */
public final class CurrentSessions {
    private static final String CATALOG = "store";
    private static final String SESSION_DATE = "session_date";
    private static final long MANY_RECORDS = 300_000;

    private final SparkSession spark;
    private final Catalog catalog;
    private final StoreState state;
    private final Map<ClinicMonth, Integer> held;
    private final Optional<Dataset<Row>> sessions;

    CurrentSessions(SparkSession spark, Catalog catalog, StoreState state) {
        // A session of its own: the catalog's place is a session setting, and tests have many stores.
        this.spark = spark.newSession();
        this.catalog = catalog;
        this.state = state;
        this.held = Map.of();
        this.sessions = Optional.empty();
        if (storedRecords(state) < MANY_RECORDS) {
            // Compiling and re-planning queries costs more than a small store gains by them; results are the same
            // either way.
            this.spark.conf().set("spark.sql.codegen.wholeStage", "false");
            this.spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
            this.spark.conf().set("spark.sql.adaptive.enabled", "false");
        }
        this.spark.conf().set("spark.sql.catalog." + CATALOG, "org.apache.iceberg.spark.SparkCatalog");
        this.spark.conf().set("spark.sql.catalog." + CATALOG + ".type", "hadoop");
        this.spark.conf().set("spark.sql.catalog." + CATALOG + ".cache-enabled", "false");
        this.spark
                .conf()
                .set(
                        "spark.sql.catalog." + CATALOG + ".warehouse",
                        catalog.warehouse().root().toString());
    }

    private CurrentSessions(
            CurrentSessions like, StoreState state, Map<ClinicMonth, Integer> held, Optional<Dataset<Row>> sessions) {
        this.spark = like.spark;
        this.catalog = like.catalog;
        this.state = state;
        this.held = held;
        this.sessions = sessions;
    }

    /** The same tables in another state. */
    CurrentSessions at(StoreState other) {
        return new CurrentSessions(this, other, Map.of(), Optional.empty());
    }

    /** The same, but for clinics' months that are held back. */
    CurrentSessions with(Map<ClinicMonth, Integer> heldBack, Dataset<Row> all) {
        return new CurrentSessions(this, state, heldBack, Optional.of(all));
    }

    /** Clinics' months that are as of an earlier delivery, with its number. */
    public Map<ClinicMonth, Integer> heldBack() {
        return held;
    }

    /** How many of them are not shown at all, since a patient was erased from them. */
    public int withdrawn() {
        return (int) held.values().stream()
                .filter(delivery -> delivery == Release.NEVER)
                .count();
    }

    /** The data files that hold each session once, those that may have any up to a day; absent where only a query tells which rows count. */
    public Optional<DataFiles> files(LocalDate until) {
        return holdEachOnce() ? Optional.of(files(Tables.SESSIONS, upTo(until))) : Optional.empty();
    }

    /** Those of them that may have any of some days. */
    public Optional<DataFiles> files(LocalDate first, LocalDate until) {
        return holdEachOnce()
                ? Optional.of(files(
                        Tables.SESSIONS,
                        Expressions.and(Expressions.greaterThanOrEqual(SESSION_DATE, day(first)), upTo(until))))
                : Optional.empty();
    }

    /**
     * All of them by place, each with the first day that it has a session of: what is in a file never changes, so that the same files hold the same sessions. Absent where
     * only a query tells which rows count.
     */
    public Optional<SortedMap<String, LocalDate>> firstDays() {
        return holdEachOnce()
                ? Optional.of(FirstDays.of(catalog.table(Tables.SESSIONS), snapshot(Tables.SESSIONS)))
                : Optional.empty();
    }

    private boolean holdEachOnce() {
        return sessions.isEmpty() && !state.hasOverlaps();
    }

    private static Expression upTo(LocalDate until) {
        return Expressions.lessThanOrEqual(SESSION_DATE, day(until));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private DataFiles files(String name, Expression rows) {
        return DataFiles.of(catalog.table(name), snapshot(name), rows, DataFiles.PART_BYTES);
    }

    /** What queries and tasks run in. */
    public SparkSession spark() {
        return spark;
    }

    /** Every session once: of several deliveries that hold it, the highest-numbered counts. */
    public Dataset<Row> sessions() {
        return sessions.orElseGet(this::eachOnce);
    }

    private Dataset<Row> eachOnce() {
        Dataset<Row> rows = rows();
        if (!state.hasOverlaps()) {
            return rows;
        }
        return rows.withColumn(
                        "standing",
                        row_number()
                                .over(Window.partitionBy("session_key")
                                        .orderBy(col("delivery").desc())))
                .where(col("standing").equalTo(1))
                .drop("standing");
    }

    private static long storedRecords(StoreState state) {
        return state.current().stream()
                .mapToLong(delivery -> delivery.tally().stored())
                .sum();
    }

    /** Data files that no table names yet, read like the store's own. */
    Dataset<Row> staged(String[] files) {
        return spark.read().parquet(files);
    }

    /** Every row of every current delivery: a session may stand in several. */
    Dataset<Row> rows() {
        return table(Tables.SESSIONS);
    }

    /** The data files of what is wrong with the records that were not taken. */
    public DataFiles quarantine() {
        return files(Tables.QUARANTINE, Expressions.alwaysTrue());
    }

    private long snapshot(String name) {
        return Objects.requireNonNull(state.snapshots().get(name));
    }

    private Dataset<Row> table(String name) {
        return spark.read()
                .option("versionAsOf", snapshot(name))
                .option("split-size", DataFiles.PART_BYTES)
                .table(CATALOG + "." + Tables.NAMESPACE + "." + name);
    }
}
