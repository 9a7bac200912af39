package physio.outcomes.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
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
        Path path = Path.of(input);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (input.matches(".*[*?\\[{].*")) {
                return glob(input);
            }
            throw UserException.usage("Cannot find " + input + ": check the path.");
        }
        if (Files.isDirectory(path)) {
            return walk(
                    real(path),
                    Integer.MAX_VALUE,
                    below -> ENDINGS.stream().anyMatch(ending -> hasEnding(below.toString(), ending)));
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

    /** Whether a name ends so, in capitals or not. */
    static boolean hasEnding(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static List<InputPath> glob(String glob) {
        int end = glob.replaceFirst("[*?\\[{].*", "").lastIndexOf('/') + 1;
        Path fixed = Path.of(glob.substring(0, end));
        long deep = glob.substring(end).chars().filter(letter -> letter == '/').count() + 1;
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            int depth = glob.contains("**") ? Integer.MAX_VALUE : (int) deep;
            return Files.isDirectory(fixed) || fixed.toString().isEmpty() ? walk(fixed, depth, matcher) : List.of();
        } catch (PatternSyntaxException malformed) {
            throw UserException.usage("Cannot find " + glob + ": there is no such file, and as a pattern it lacks a"
                    + " closing bracket.");
        }
    }

    private static List<InputPath> walk(Path folder, int depth, PathMatcher matcher) {
        List<Path> paths = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), depth, new Collecting(paths, matcher));
        } catch (IOException unreadable) {
            throw UserException.usage("Cannot list " + folder + ": check its permissions.");
        }
        return paths.stream()
                .sorted(Comparator.comparing(
                        path -> path.toString().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
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
            boolean isFolderTooDeep = attributes.isDirectory();
            if (isFolderTooDeep) {
                return FileVisitResult.CONTINUE;
            }
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
