package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import physio.outcomes.domain.UserException;

/** The versions of a table's metadata: Iceberg writes a new file with each change and reads the one of the highest number. */
final class MetadataFiles {
    private static final Pattern NAME = Pattern.compile("v(\\d+)\\.metadata\\.json");

    private final Path folder;

    /** Of a table in a store's folder. */
    MetadataFiles(Path store, String table) {
        this.folder = store.resolve(Tables.NAMESPACE).resolve(table).resolve("metadata");
    }

    /** All, the newest first. */
    List<Path> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> version(file) > 0)
                    .sorted(Comparator.comparingLong(MetadataFiles::version).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw UserException.store("Cannot read " + folder + ": check permissions.");
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
        try {
            return folder.resolve("v" + Files.readString(hint()).strip() + ".metadata.json");
        } catch (IOException none) {
            return folder;
        }
    }

    private Path hint() {
        return folder.resolve("version-hint.text");
    }

    private static long version(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
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
        List<Path> aside = new ArrayList<>();
        for (Path file : newestFirst()) {
            if (StoredFiles.fault(file).isEmpty()) {
                break;
            }
            Path to = file.resolveSibling("damaged-" + file.getFileName());
            Files.move(file, to);
            Files.deleteIfExists(StoredFiles.checksums(file));
            aside.add(to);
        }
        // Without its hint Iceberg looks for the highest number itself.
        Files.deleteIfExists(hint());
        Files.deleteIfExists(StoredFiles.checksums(hint()));
        DurableFiles.sync(folder);
        return List.copyOf(aside);
    }
}
