package physio.outcomes.job;

import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import physio.outcomes.store.SyncedFileSystem;

/**
 * Spark on this machine, started when it is first needed: a run that finds nothing to do never pays for it. A session that somebody
 * else in this process has started is used, and left to them in the end.
 */
public final class LocalSpark implements AutoCloseable {
    private @Nullable SparkSession session;
    private boolean isOwn;

    /** The session, the same each time. */
    public synchronized SparkSession session() {
        SparkSession known = session;
        if (known == null) {
            isOwn = SparkSession.getDefaultSession().isEmpty();
            known = start();
            session = known;
        }
        return known;
    }

    private static SparkSession start() {
        String cores = String.valueOf(Math.max(2, Runtime.getRuntime().availableProcessors()));
        return SparkSession.builder()
                .appName("physio-outcomes")
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.shuffle.partitions", cores)
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/physio-outcomes-unused")
                .config(SyncedFileSystem.sparkSettings())
                .getOrCreate();
    }

    @Override
    public synchronized void close() {
        if (session != null && isOwn) {
            session.stop();
        }
        session = null;
    }
}
