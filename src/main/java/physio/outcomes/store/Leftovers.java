package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files in the folders of tables that no state of the store is made of: left by runs that died, that were refused, or that a compaction replaced.
 *
 * @param bytes of all together
 */
public record Leftovers(List<Path> files, long bytes) {
    static final Leftovers NONE = new Leftovers(List.of(), 0);

    /** Those in some folders, but for files that are needed. Metadata of tables are none: an older version is the way back from a damaged one. */
    static Leftovers of(Collection<Path> folders, Set<Path> needed) {
        List<Path> left = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> hasRows(file.toString()) && !needed.contains(file))
                        .sorted()
                        .forEach(left::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return sized(left);
    }

    private static boolean hasRows(String name) {
        return name.endsWith(".parquet") || name.endsWith(".avro");
    }

    private static Leftovers sized(List<Path> files) {
        return new Leftovers(
                List.copyOf(files), files.stream().mapToLong(Leftovers::size).sum());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Those that nobody has written to since a moment: younger ones may be a run's that is still going on. */
    Leftovers before(Instant moment) throws IOException {
        List<Path> old = new ArrayList<>();
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                old.add(file);
            }
        }
        return sized(old);
    }

    void remove() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(StoredFiles.checksums(file));
        }
    }
}
