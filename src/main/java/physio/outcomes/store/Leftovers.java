package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Files in the folders of tables that no state of the store is made of: left by runs that died, that were refused, or that a compaction replaced.
 *
 * @param bytes of all together
 */
public record Leftovers(List<Path> files, long bytes) {
    static final Leftovers NONE = new Leftovers(List.of(), 0);

    /** Those in some folders, but for files that are needed. Metadata of tables are none: an older version is the way back from a damaged one. */
    static Leftovers of(Collection<Path> folders, Set<Path> needed) {
        return of(folders, needed, Instant.MAX);
    }

    /** The same, of those that nobody has written to since a moment: younger ones may be a run's that is still going on. */
    static Leftovers of(Collection<Path> folders, Set<Path> needed, Instant before) {
        List<FileStatus> left = new ArrayList<>();
        try {
            for (Path folder : folders) {
                addFiles(StoredFiles.disk(folder), folder, left);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        left.removeIf(file -> !hasRows(file.getPath().getName())
                || needed.contains(file.getPath())
                || !Instant.ofEpochMilli(file.getModificationTime()).isBefore(before));
        return new Leftovers(
                left.stream().map(FileStatus::getPath).sorted().toList(),
                left.stream().mapToLong(FileStatus::getLen).sum());
    }

    /** By itself, Hadoop would look up the owner of each local file in a process of its own. */
    private static void addFiles(FileSystem disk, Path folder, List<FileStatus> files) throws IOException {
        for (FileStatus entry : disk.listStatus(folder)) {
            if (entry.isDirectory()) {
                addFiles(disk, entry.getPath(), files);
            } else {
                files.add(entry);
            }
        }
    }

    private static boolean hasRows(String name) {
        return name.endsWith(".parquet") || name.endsWith(".avro");
    }

    void remove() throws IOException {
        for (Path file : files) {
            StoredFiles.remove(file);
        }
    }
}
