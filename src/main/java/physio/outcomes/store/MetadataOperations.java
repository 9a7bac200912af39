package physio.outcomes.store;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.hadoop.HadoopTableOperations;
import org.apache.iceberg.util.LockManagers;

/**
 * Reads and changes a table's metadata as Iceberg does, except that a failure to read them ends all use of the opened table. Iceberg passes over one right
 * after a commit, takes the version that it could not read for read, and goes on with the one before: its next commit would undo the last.
 */
final class MetadataOperations extends HadoopTableOperations {
    private volatile Optional<Throwable> failure = Optional.empty();

    MetadataOperations(Path table, Configuration configuration) {
        super(table, new HadoopFileIO(configuration), configuration, LockManagers.defaultLockManager());
    }

    /** The newest version that was read; fails as {@link #refresh} does. */
    @Override
    public TableMetadata current() {
        orFail();
        return super.current();
    }

    /**
     * Reads the newest version.
     *
     * @throws RuntimeException when it cannot be read, or an earlier one could not
     */
    @Override
    public TableMetadata refresh() {
        orFail();
        try {
            return super.refresh();
        } catch (RuntimeException | Error unread) {
            failure = Optional.of(unread);
            throw unread;
        }
    }

    private void orFail() {
        failure.ifPresent(earlier -> {
            throw new IllegalStateException("The metadata of a table could not be read before", earlier);
        });
    }
}
