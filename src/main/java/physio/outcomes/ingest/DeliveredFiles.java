package physio.outcomes.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import physio.outcomes.domain.UserException;

/** Finds the files below the INPUT arguments: in the order of the arguments, then of the bytes of their paths. */
public final class DeliveredFiles {
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz");

    private DeliveredFiles() {}

    /**
     * All files of the inputs, with their SHA-256.
     *
     * @param inputs files, folders or globs
     * @param source who sent them
     * @throws UserException when an input does not exist or holds no CSV file
     */
    public static List<DeliveredFile> find(List<String> inputs, String source) {
        List<DeliveredFile> files = new ArrayList<>();
        for (String input : inputs) {
            List<DeliveredFile> found =
                    input.matches(".*[*?\\[{].*") ? glob(input, source) : below(Path.of(input), source);
            if (found.isEmpty()) {
                throw UserException.usage("Nothing to read in " + input + ": it holds no file that ends in "
                        + String.join(" or ", ENDINGS) + ".");
            }
            files.addAll(found);
        }
        return files;
    }

    private static List<DeliveredFile> below(Path input, String source) {
        if (!Files.exists(input)) {
            throw UserException.usage("Cannot find " + input + ": check the path.");
        }
        if (Files.isDirectory(input)) {
            return walk(input, source, path -> ENDINGS.stream().anyMatch(path.toString()::endsWith));
        }
        return List.of(delivered(input, source, String.valueOf(input.getFileName())));
    }

    private static List<DeliveredFile> glob(String glob, String source) {
        Path fixed =
                Path.of(glob.substring(0, glob.replaceFirst("[*?\\[{].*", "").lastIndexOf('/') + 1));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return Files.isDirectory(fixed) || fixed.toString().isEmpty() ? walk(fixed, source, matcher) : List.of();
    }

    private static List<DeliveredFile> walk(Path folder, String source, PathMatcher matcher) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && matcher.matches(path))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(path -> delivered(
                            path, source, folder.relativize(path).toString().replace('\\', '/')))
                    .toList();
        } catch (IOException unreadable) {
            throw UserException.usage("Cannot list " + folder + ": check its permissions.");
        }
    }

    private static DeliveredFile delivered(Path path, String source, String name) {
        if (!Files.isRegularFile(path)) {
            throw UserException.usage("Cannot read " + path + ": it is not a plain file.");
        }
        try {
            return new DeliveredFile(path.toAbsolutePath().toString(), source, name, sha256(path), Files.size(path));
        } catch (IOException unreadable) {
            throw UserException.usage("Cannot read " + path + ": check its permissions.");
        }
    }

    /** SHA-256 of a file's bytes, in hexadecimal. */
    static String sha256(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path);
                DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
