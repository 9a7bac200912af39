package physio.outcomes.ingest;

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

    /** The files that were found, and those that cannot be taken. */
    public record Found(List<DeliveredFile> files, List<Refusal> refused) {

        /** A sentence about each file that cannot be taken. */
        public List<String> refusals() {
            return refused.stream()
                    .map(refusal -> refusal.name() + " " + refusal.sentence())
                    .toList();
        }
    }

    /** A file that cannot be taken, and the rest of a sentence that begins with its name. */
    public record Refusal(String name, String sentence) {}

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
                each.stream().flatMap(found -> found.refused().stream()).toList());
    }

    private static Found delivered(InputPath path, String source) {
        try {
            path.checkPlain();
            FileLocation file = path.location();
            List<DeliveredFile> files = new ArrayList<>();
            if (InputPath.hasEnding(file.path(), ".zip")) {
                for (String entry : entries(file)) {
                    files.add(delivered(file.inside(entry), source, path.name() + "/" + entry));
                }
            } else {
                files.add(delivered(file, source, path.name()));
            }
            return new Found(files, List.of());
        } catch (RefusedFile refused) {
            return new Found(List.of(), List.of(new Refusal(path.name(), refused.sentence())));
        }
    }

    private static List<String> entries(FileLocation archive) throws RefusedFile {
        List<String> entries = ArchiveEntries.names(archive).stream()
                .filter(name -> InputPath.hasEnding(name, ".csv") && !name.startsWith("__MACOSX/"))
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
