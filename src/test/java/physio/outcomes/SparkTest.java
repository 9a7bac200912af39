package physio.outcomes;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import physio.outcomes.store.SyncedFileSystem;

/**
 * Hands the one Spark session of all tests to whoever asks for it in a constructor or method:
 * {@code @ExtendWith(SparkTest.class)}.
 */
public final class SparkTest implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Shared.SESSION;
    }

    private static final class Shared {
        static final SparkSession SESSION = start();

        private static SparkSession start() {
            SparkSession session = SparkSession.builder()
                    .appName("tests")
                    .master("local[2]")
                    .config("spark.ui.enabled", false)
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions", 2)
                    .config("spark.sql.session.timeZone", "UTC")
                    .config("spark.sql.warehouse.dir", "target/spark-warehouse")
                    .config(SyncedFileSystem.sparkSettings())
                    .getOrCreate();
            if (!session.conf().get("spark.sql.ansi.enabled").equals("true")) {
                throw new IllegalStateException("Without ANSI mode an overflow is a wrong number and not an error");
            }
            return session;
        }
    }
}
