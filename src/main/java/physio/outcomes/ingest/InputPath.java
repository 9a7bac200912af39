package physio.outcomes.ingest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.text.RefusedFile;

/**
 * A path that an INPUT argument leads to.
 *
 * @param path where it is
 * @param name its logical name: the path below the argument, with {@code /}
 */
record InputPath(Path path, String name) {
    static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".zip");

    /** What an argument leads to, in the order of the bytes of the paths: itself when it is no folder. */
    static List<InputPath> below(String input) {
        if (input.matches(".*[*?\\[{].*")) {
            return glob(input);
        }
        Path path = Path.of(input);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw UserException.usage("Cannot find " + input + ": check the path.");
        }
        if (Files.isDirectory(path)) {
            return walk(real(path), below -> ENDINGS.stream().anyMatch(below.toString()::endsWith));
        }
        return List.of(new InputPath(path, String.valueOf(path.getFileName())));
    }

    /** A folder may be given by a link; what is below it may not be one. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException unreadable) {
            throw UserException.usage("Cannot list " + folder + ": check its permissions.");
        }
    }

    private static List<InputPath> glob(String glob) {
        Path fixed =
                Path.of(glob.substring(0, glob.replaceFirst("[*?\\[{].*", "").lastIndexOf('/') + 1));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return Files.isDirectory(fixed) || fixed.toString().isEmpty() ? walk(fixed, matcher) : List.of();
    }

    private static List<InputPath> walk(Path folder, PathMatcher matcher) {
        List<Path> paths = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new Collecting(paths, matcher));
        } catch (IOException unreadable) {
            throw UserException.usage("Cannot list " + folder + ": check its permissions.");
        }
        return paths.stream()
                .sorted(Comparator.comparing(Path::toString))
                .map(path ->
                        new InputPath(path, folder.relativize(path).toString().replace('\\', '/')))
                .toList();
    }

    /** Takes what matches, and each link to a folder: it is not followed, and must not be overlooked. */
    private static final class Collecting extends SimpleFileVisitor<Path> {
        private final List<Path> paths;
        private final PathMatcher matcher;

        Collecting(List<Path> paths, PathMatcher matcher) {
            this.paths = paths;
            this.matcher = matcher;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (matcher.matches(path) || (attributes.isSymbolicLink() && Files.isDirectory(path))) {
                paths.add(path);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** Refuses what is no plain file: a link may lead anywhere, a pipe never ends. */
    void checkPlain() throws RefusedFile {
        if (Files.isSymbolicLink(path)) {
            throw new RefusedFile("is a symbolic link, and links are not followed; give the file or folder itself.");
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedFile("is not a plain file; deliver it as one.");
        }
    }
}
