package physio.outcomes.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.ingest.text.HadoopStorage;

/** An INPUT argument that is the address of a file, a folder or a glob in another file system, such as HDFS. */
record RemoteInput(HadoopStorage storage, FileLocation input) {

    /** What it leads to, in the order of the bytes of the paths. */
    List<InputPath> files() {
        try {
            String path = storage.qualified(input.path());
            if (storage.exists(path)) {
                return storage.isFile(path)
                        ? List.of(found(path, path.substring(path.lastIndexOf('/') + 1)))
                        : below(path, Integer.MAX_VALUE, InputPath::isDelivered);
            }
            String glob = withoutHost(path);
            if (InputPath.isGlob(glob)) {
                // A host may hold brackets, too.
                String fixed = path.substring(0, path.length() - glob.length()) + InputPath.fixed(glob);
                PathMatcher matcher = InputPath.matcher(glob);
                return storage.exists(fixed) ? below(fixed, InputPath.depth(glob), matcher) : List.of();
            }
        } catch (AccessDeniedException forbidden) {
            throw InputPath.unlisted(input.path());
        } catch (IOException unreachable) {
            throw input.unreachable();
        }
        throw InputPath.missing(input.path());
    }

    private List<InputPath> below(String folder, int depth, PathMatcher matcher) throws IOException {
        String base = folder.endsWith("/") ? folder : folder + "/";
        return storage.files(folder, depth).stream()
                .filter(path -> matcher.matches(Path.of(withoutHost(path))))
                .sorted(InputPath.BY_BYTES)
                .map(path -> found(path, path.substring(base.length())))
                .toList();
    }

    private static String withoutHost(String path) {
        return new org.apache.hadoop.fs.Path(path).toUri().getPath();
    }

    private InputPath found(String path, String name) {
        return new InputPath(new FileLocation(storage, path, ""), name);
    }
}
