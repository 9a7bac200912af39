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
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.ingest.text.HadoopStorage;
import physio.outcomes.ingest.text.RefusedFile;

/**
 * A file that an INPUT argument leads to.
 *
 * @param location where it is
 * @param name its logical name: the path below the argument, with {@code /}
 */
record InputPath(FileLocation location, String name) {
    /** The order of paths. */
    static final Comparator<String> BY_BYTES =
            Comparator.comparing(path -> path.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".zip");

    /** What an argument leads to, in the order of the bytes of the paths: itself when it is no folder. */
    static List<InputPath> below(String input) {
        FileLocation location = FileLocation.of(input);
        if (location.storage() instanceof HadoopStorage storage) {
            return new RemoteInput(storage, location).files();
        }
        Path path = Path.of(location.path());
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (isGlob(input)) {
                return glob(location.path());
            }
            throw missing(input);
        }
        if (Files.isDirectory(path)) {
            return walk(real(path), Integer.MAX_VALUE, InputPath::isDelivered);
        }
        return List.of(of(path, String.valueOf(path.getFileName())));
    }

    private static InputPath of(Path path, String name) {
        return new InputPath(FileLocation.of(path.toAbsolutePath().toString()), name);
    }

    static boolean isGlob(String input) {
        return input.matches(".*[*?\\[{].*");
    }

    static UserException missing(String input) {
        return UserException.usage("Cannot find " + input + ": check the path.");
    }

    /** Whether a file of a folder is one that is taken in. */
    static boolean isDelivered(Path file) {
        return ENDINGS.stream().anyMatch(ending -> hasEnding(file.toString(), ending));
    }

    /** A folder may be given by a link; what is below it may not be one. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException unreadable) {
            throw unlisted(folder.toString());
        }
    }

    static UserException unlisted(String folder) {
        return UserException.usage("Cannot list " + folder + ": check its permissions.");
    }

    /** Whether a name ends so, in capitals or not. */
    static boolean hasEnding(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static List<InputPath> glob(String glob) {
        Path fixed = Path.of(fixed(glob));
        PathMatcher matcher = matcher(glob);
        return Files.isDirectory(fixed) || fixed.toString().isEmpty() ? walk(fixed, depth(glob), matcher) : List.of();
    }

    /** The folder that a glob leads to for certain. */
    static String fixed(String glob) {
        return glob.substring(0, glob.replaceFirst("[*?\\[{].*", "").lastIndexOf('/') + 1);
    }

    /** How deep below its fixed folder a glob reaches, 1 for the files in it. */
    static int depth(String glob) {
        long deep = glob.substring(fixed(glob).length())
                        .chars()
                        .filter(letter -> letter == '/')
                        .count()
                + 1;
        return glob.contains("**") ? Integer.MAX_VALUE : Math.toIntExact(deep);
    }

    static PathMatcher matcher(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
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
            throw unlisted(folder.toString());
        }
        return paths.stream()
                .sorted(Comparator.comparing(Path::toString, BY_BYTES))
                .map(path -> of(path, folder.relativize(path).toString().replace('\\', '/')))
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
        if (location.isLocal() && Files.isSymbolicLink(Path.of(location.path()))) {
            throw new RefusedFile("is a symbolic link, and links are not followed; give the file or folder itself.");
        }
        if (!isFile()) {
            throw new RefusedFile("is not a plain file; deliver it as one.");
        }
    }

    private boolean isFile() throws RefusedFile {
        try {
            return location.isFile();
        } catch (IOException unreachable) {
            throw RefusedFile.unreadable();
        }
    }
}
