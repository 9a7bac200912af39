package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import physio.outcomes.domain.Plural;
import physio.outcomes.domain.UserException;

/**
 * Tidies a store without changing what is in it: merges small files of a delivery's month, and removes what no state is made of. Files that a reader may
 * still be at, or another run, stay for a day.
 */
final class Compaction {
    private static final Duration READERS = Duration.ofDays(1);
    private static final long SMALL_BYTES = 32L << 20;

    /** Earlier versions of a table's metadata, of which one is the way back from a damaged one. */
    private static final int KEPT_VERSIONS = 20;

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
        Ledger ledger = new Ledger(catalog.table(Tables.LEDGER));
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
            Leftovers removed = removeLeftovers(ledger);
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
            files.forEach(file -> copy(sessions, file, writer));
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

    private static void copy(Table sessions, DataFile file, RowWriter writer) {
        try (CloseableIterable<Record> rows = Parquet.read(sessions.io().newInputFile(file.location()))
                .project(sessions.schema())
                .createReaderFunc(schema -> GenericParquetReaders.buildReader(sessions.schema(), schema))
                .build()) {
            rows.forEach(writer::write);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Leftovers removeLeftovers(Ledger ledger) throws IOException {
        Map<String, Set<Long>> needed = ledger.needed(now.minus(READERS));
        Set<Path> files = new TreeSet<>();
        List<Path> folders = new ArrayList<>();
        for (String name : Tables.ALL) {
            Table table = catalog.table(name);
            NamedFiles named;
            if (name.equals(Tables.LEDGER)) {
                named = whole(table, ledger.snapshots());
                // Also what the store went back behind, as far as damage lets it be told.
                table.snapshots().forEach(named::add);
            } else {
                Set<Long> kept = Objects.requireNonNull(needed.get(name));
                expire(table, kept);
                named = whole(table, kept.stream().map(table::snapshot).toList());
            }
            files.addAll(named.paths());
            folders.add(StoredFiles.at(table.location()));
            removeOldVersions(name);
        }
        Leftovers old = Leftovers.of(folders, files).before(now.minus(READERS));
        old.remove();
        return old;
    }

    /** The files of snapshots, whose lists must be whole: what a damaged one would name cannot be told from what nobody needs. */
    private static NamedFiles whole(Table table, List<Snapshot> snapshots) {
        NamedFiles named = new NamedFiles(table);
        snapshots.forEach(named::add);
        named.lists()
                .forEach((path, fault) -> fault.ifPresent(words -> {
                    throw Damage.of(path);
                }));
        return named;
    }

    private static void expire(Table table, Set<Long> kept) {
        // By their numbers alone: left to itself, Iceberg would forget what is older than five days.
        ExpireSnapshots expire =
                table.expireSnapshots().expireOlderThan(0).cleanupLevel(ExpireSnapshots.CleanupLevel.NONE);
        List<Long> unnamed = new ArrayList<>();
        for (Snapshot snapshot : table.snapshots()) {
            if (!kept.contains(snapshot.snapshotId())) {
                unnamed.add(snapshot.snapshotId());
            }
        }
        unnamed.forEach(expire::expireSnapshotId);
        if (!unnamed.isEmpty()) {
            expire.commit();
        }
    }

    private void removeOldVersions(String name) throws IOException {
        List<Path> versions = new MetadataFiles(folder, name).newestFirst();
        for (Path old : versions.subList(Math.min(KEPT_VERSIONS, versions.size()), versions.size())) {
            Files.delete(old);
            Files.deleteIfExists(StoredFiles.checksums(old));
        }
    }
}
