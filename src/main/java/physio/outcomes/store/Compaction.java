package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import physio.outcomes.domain.Plural;
import physio.outcomes.domain.UserException;

/**
 * Tidies a store without changing what is in it: merges small files of a delivery's month, and removes what no state is made of. Files that a reader may
 * still be at, or another run, stay for a day.
 */
final class Compaction {
    private static final Duration READERS = Duration.ofDays(1);
    private static final long SMALL_BYTES = 32L << 20;

    private final Path folder;
    private final Catalog catalog;
    private final Instant now;
    private final Consumer<String> progress;

    Compaction(Path folder, Catalog catalog, Instant now, Consumer<String> progress) {
        this.folder = folder;
        this.catalog = catalog;
        this.now = now;
        this.progress = progress;
    }

    StoreCompacted run() {
        Ledger ledger = catalog.ledger();
        Table sessions = catalog.table(Tables.SESSIONS);
        Map<String, List<DataFile>> small = small(sessions);
        if (!small.isEmpty()) {
            progress.accept("Merging the small files of " + Plural.of(small.size(), "month"));
            merge(sessions, small.values());
            Map<String, Long> snapshots = new TreeMap<>(ledger.state().snapshots());
            snapshots.put(Tables.SESSIONS, sessions.currentSnapshot().snapshotId());
            ledger.restate(snapshots);
        }
        progress.accept("Removing what no state is made of");
        try {
            Leftovers removed = new Tidying(catalog).before(now.minus(READERS));
            int merged = small.values().stream().mapToInt(List::size).sum();
            return new StoreCompacted(merged, small.size(), removed);
        } catch (IOException failed) {
            throw UserException.store(
                    "Cannot tidy up the store " + folder + ": check permissions. It is as whole as before.");
        }
    }

    /** Files of one delivery and month that are better one. */
    private static Map<String, List<DataFile>> small(Table sessions) {
        Map<String, List<DataFile>> small = new TreeMap<>();
        for (DataFile file : new NamedFiles(sessions).add(sessions.currentSnapshot())) {
            if (file.fileSizeInBytes() < SMALL_BYTES) {
                String place = Verification.delivery(file) + " " + file.partition();
                small.computeIfAbsent(place, none -> new ArrayList<>()).add(file);
            }
        }
        small.values().removeIf(files -> files.size() == 1);
        return small;
    }

    private static void merge(Table sessions, Iterable<List<DataFile>> all) {
        RewriteFiles rewrite = sessions.newRewrite();
        for (List<DataFile> files : all) {
            RowWriter writer = new RowWriter(sessions, Verification.delivery(files.get(0)));
            files.forEach(file -> DataFileRows.forEach(sessions, file.location(), sessions.schema(), writer::write));
            List<DataFile> merged = writer.finish();
            if (rows(merged) != rows(files)) {
                throw new IllegalStateException("Sessions lost or made up between reading and writing");
            }
            files.forEach(rewrite::deleteFile);
            merged.forEach(rewrite::addFile);
        }
        rewrite.commit();
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::recordCount).sum();
    }
}
