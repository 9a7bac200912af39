package physio.outcomes.job;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.Causes;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Store;
import physio.outcomes.store.SyncedFileSystem;

/**
 * The Spark that jobs run on, started when it is first needed: a run that finds nothing to do never pays for it. It is the cluster that
 * {@code spark-submit} was told, or this machine. A session that somebody else in this process has started is used, and left to them in the end.
 */
public final class SparkEngine implements AutoCloseable {
    /** Given by {@code spark-submit}, which leaves its settings in the system properties. */
    private static final @Nullable String MASTER = System.getProperty("spark.master");

    private static final String SHARED_FILES = "spark.outcomes.sharedFiles";

    /** How Spark words that what a task ran on is gone, often for want of memory, and what it had for other tasks with it. */
    private static final Pattern LOST = Pattern.compile("ExecutorLostFailure|FetchFailed");

    private static final String LOG = " What Spark said is in " + System.getProperty("outcomes.log", "the log") + ".";

    private final @Nullable String master;
    private final Progress progress;
    private @Nullable SparkSession session;
    private boolean isStarting;
    private boolean isOwn;

    /** Starts nothing yet; when it starts a cluster's, which may take minutes, progress is told. */
    public SparkEngine(Progress progress) {
        this(MASTER, progress);
    }

    /** On a master, absent for this machine. */
    SparkEngine(@Nullable String master, Progress progress) {
        this.master = master;
        this.progress = progress;
    }

    /**
     * Checks that tasks see files in folders of this machine.
     *
     * @throws UserException when they would run on other machines, and nobody has said that these see the same
     */
    void requireSharedFolders() {
        if (!isOnOneMachine() && !Boolean.getBoolean(SHARED_FILES)) {
            throw UserException.usage("The Spark master " + master
                    + " runs tasks on other machines, while the store's tables or the input"
                    + " are in folders: put these where all machines see them under the same paths, and say so by --conf "
                    + SHARED_FILES + "=true; or have them in HDFS.");
        }
    }

    private boolean isOnOneMachine() {
        return master == null || master.startsWith("local");
    }

    /** What to say of a failure that the cluster is behind: it did not start Spark, ended it, or lost its executors too often. */
    public synchronized Optional<UserException> blamed(Throwable failure) {
        SparkSession known = session;
        if (isOnOneMachine() || failure instanceof UserException) {
            return Optional.empty();
        }
        if (isStarting || (known != null && known.sparkContext().isStopped())) {
            return Optional.of(UserException.store("Spark could not be started on " + master
                    + ", or was ended by it: check the address, that it is up and that it has room for executors."
                    + LOG));
        }
        return Causes.of(failure)
                .filter(cause ->
                        LOST.matcher(String.valueOf(cause.getMessage())).find())
                .findFirst()
                .map(lost -> UserException.store("Executors on " + master
                        + " were lost again and again: give them more memory (--executor-memory), or look at their logs."
                        + LOG));
    }

    /**
     * The session, for reading a store.
     *
     * @throws UserException when its tables are in folders that tasks may not see
     */
    SparkSession session(Store store) {
        if (store.tables().isInFolders()) {
            requireSharedFolders();
        }
        return session();
    }

    /** The session, the same each time. */
    public synchronized SparkSession session() {
        SparkSession known = session;
        if (known == null) {
            isOwn = SparkSession.getDefaultSession().isEmpty();
            isStarting = true;
            known = start();
            isStarting = false;
            session = known;
        }
        return known;
    }

    private SparkSession start() {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("physio-outcomes")
                .config("spark.ui.enabled", System.getProperty("spark.ui.enabled", "false"))
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/physio-outcomes-unused")
                .config(SyncedFileSystem.sparkSettings());
        if (!isOnOneMachine()) {
            progress.stage("Waiting for Spark on " + master);
        }
        return (master == null ? onThisMachine(builder) : builder).getOrCreate();
    }

    private static SparkSession.Builder onThisMachine(SparkSession.Builder builder) {
        String cores = String.valueOf(Math.max(2, Runtime.getRuntime().availableProcessors()));
        return builder.master("local[*]")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", cores);
    }

    @Override
    public synchronized void close() {
        if (session != null && isOwn) {
            session.stop();
        }
        session = null;
    }
}
