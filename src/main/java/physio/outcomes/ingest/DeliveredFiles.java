package physio.outcomes.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.text.ArchiveEntries;
import physio.outcomes.ingest.text.FileDigest;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.ingest.text.RefusedFile;

/** Finds the files below the INPUT arguments: in the order of the arguments, then of the bytes of their paths. */
public final class DeliveredFiles {
    private DeliveredFiles() {}

    /** The files that were found, and a sentence about each that cannot be taken. */
    public record Found(List<DeliveredFile> files, List<String> refusals) {}

    /**
     * All files of the inputs, with their SHA-256.
     *
     * @param inputs files, folders or globs
     * @param source who sent them
     * @throws UserException when an input does not exist or holds no CSV file
     */
    public static Found find(List<String> inputs, String source) {
        List<InputPath> paths = new ArrayList<>();
        for (String input : inputs) {
            List<InputPath> found = InputPath.below(input);
            if (found.isEmpty()) {
                throw UserException.usage(
                        "Nothing to read in " + input + ": it holds no file that ends in .csv, .csv.gz or .zip.");
            }
            paths.addAll(found);
        }
        // Hashing is most of the work, and a file a core makes it short; the order stays that of the paths.
        List<Found> each =
                paths.parallelStream().map(path -> delivered(path, source)).toList();
        return new Found(
                each.stream().flatMap(found -> found.files().stream()).toList(),
                each.stream().flatMap(found -> found.refusals().stream()).toList());
    }

    private static Found delivered(InputPath path, String source) {
        try {
            path.checkPlain();
            String file = path.path().toAbsolutePath().toString();
            List<DeliveredFile> files = new ArrayList<>();
            if (file.endsWith(".zip")) {
                for (String entry : entries(path.path())) {
                    files.add(delivered(new FileLocation(file, entry), source, path.name() + "/" + entry));
                }
            } else {
                files.add(delivered(new FileLocation(file, ""), source, path.name()));
            }
            return new Found(files, List.of());
        } catch (RefusedFile refused) {
            return new Found(List.of(), List.of(path.name() + " " + refused.sentence()));
        }
    }

    private static List<String> entries(Path archive) throws RefusedFile {
        List<String> entries = ArchiveEntries.names(archive).stream()
                .filter(name -> name.endsWith(".csv") && !name.startsWith("__MACOSX/"))
                .sorted()
                .toList();
        if (entries.isEmpty()) {
            throw new RefusedFile("holds no file that ends in .csv; unpack it and deliver the files.");
        }
        return entries;
    }

    private static DeliveredFile delivered(FileLocation location, String source, String name) throws RefusedFile {
        FileDigest digest = FileDigest.of(location);
        return new DeliveredFile(location, source, name, digest.sha256(), digest.bytes());
    }
}
