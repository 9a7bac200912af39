package physio.outcomes.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import physio.outcomes.domain.UserException;

/** The versions of a table's metadata: Iceberg writes a new file with each change and reads the one of the highest number. */
final class MetadataFiles {
    private static final Pattern NAME = Pattern.compile("v(\\d+)\\.metadata\\.json");

    private final Path folder;

    /** In a folder. */
    MetadataFiles(Path folder) {
        this.folder = folder;
    }

    /** All, the newest first. */
    List<Path> newestFirst() {
        try {
            FileSystem disk = StoredFiles.disk(folder);
            if (!disk.exists(folder)) {
                return List.of();
            }
            return Stream.of(disk.listStatus(folder))
                    .map(FileStatus::getPath)
                    .filter(file -> version(file) > 0)
                    .sorted(Comparator.comparingLong(MetadataFiles::version).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw UserException.store("Cannot read " + StoredFiles.shown(folder) + ": check permissions.");
        }
    }

    /** What is wrong with the version that the table is read from, if anything is. */
    Optional<StoredFiles.Fault> fault() {
        List<Path> versions = newestFirst();
        if (versions.isEmpty()) {
            return Optional.of(new StoredFiles.Fault(folder, "holds no metadata"));
        }
        Path newest = versions.get(0);
        Path hinted = hinted();
        return version(hinted) > version(newest)
                ? Optional.of(new StoredFiles.Fault(hinted, "is missing"))
                : StoredFiles.fault(newest).map(words -> new StoredFiles.Fault(newest, words));
    }

    /** The version that Iceberg looks for first. */
    private Path hinted() {
        try (FSDataInputStream hint = StoredFiles.disk(folder).open(hint())) {
            return new Path(folder, "v" + new String(hint.readAllBytes(), UTF_8).strip() + ".metadata.json");
        } catch (IOException | IllegalArgumentException none) {
            return folder;
        }
    }

    private Path hint() {
        return new Path(folder, "version-hint.text");
    }

    private static long version(Path file) {
        Matcher name = NAME.matcher(file.getName());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    /**
     * Lets the table be read from its newest whole version: puts damaged ones above it out of the way, under names that nothing reads.
     *
     * @return where those are now
     */
    List<Path> setDamagedAside() throws IOException {
        if (fault().isEmpty()) {
            return List.of();
        }
        FileSystem disk = StoredFiles.disk(folder);
        List<Path> aside = new ArrayList<>();
        for (Path file : newestFirst()) {
            if (StoredFiles.fault(file).isEmpty()) {
                break;
            }
            Path to = new Path(folder, "damaged-" + file.getName());
            StoredFiles.remove(to);
            if (!disk.rename(file, to)) {
                throw new IOException("Cannot rename a damaged file");
            }
            aside.add(to);
        }
        // Without its hint Iceberg looks for the highest number itself.
        StoredFiles.remove(hint());
        StoredFiles.sync(folder);
        return List.copyOf(aside);
    }
}
