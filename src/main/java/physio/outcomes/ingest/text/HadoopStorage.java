package physio.outcomes.ingest.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/**
 * A file system that Hadoop knows, such as HDFS: paths are addresses, {@code hdfs://host:8020/folder/file.csv}.
 *
 * @param settings of Hadoop's that differ from its defaults where the program runs: tasks may run where nobody wrote them into a file
 */
public record HadoopStorage(Map<String, String> settings) implements Storage {
    /** Before the names of Hadoop's settings among those of {@code spark-submit}. */
    private static final String SPARK_PREFIX = "spark.hadoop.";

    private static final String DEFAULTS = "-default.xml";

    /** Read once: each new one parses long files of defaults. */
    private static final Configuration OF_THIS_MACHINE = read();

    /** Not those that Hadoop keeps for all: of these the first to ask decides how the others' files are written. */
    private static final Map<Disk, FileSystem> DISKS = new ConcurrentHashMap<>();

    private record Disk(
            HadoopStorage storage, String scheme, @Nullable String host) {}

    private static Configuration read() {
        Configuration configuration = new Configuration();
        // Reads the files, so that copies need not.
        configuration.size();
        return configuration;
    }

    /** As it is set here. */
    static HadoopStorage ofThisMachine() {
        Configuration here = configuration();
        Map<String, String> settings = new TreeMap<>();
        here.forEach(setting -> {
            String[] sources = here.getPropertySources(setting.getKey());
            if (sources == null || !sources[sources.length - 1].endsWith(DEFAULTS)) {
                settings.put(setting.getKey(), setting.getValue());
            }
        });
        return new HadoopStorage(Collections.unmodifiableMap(settings));
    }

    /** Hadoop's settings on this machine: of its files, and those that {@code spark-submit} was told. */
    public static Configuration configuration() {
        Configuration configuration = new Configuration(OF_THIS_MACHINE);
        for (String property : System.getProperties().stringPropertyNames()) {
            if (property.startsWith(SPARK_PREFIX)) {
                configuration.set(property.substring(SPARK_PREFIX.length()), System.getProperty(property));
            }
        }
        return configuration;
    }

    private FileSystem disk(Path path) throws IOException {
        URI address = path.toUri();
        try {
            return DISKS.computeIfAbsent(
                    new Disk(this, address.getScheme(), address.getAuthority()), disk -> open(address));
        } catch (UncheckedIOException unreachable) {
            throw unreachable.getCause();
        }
    }

    private FileSystem open(URI address) {
        Configuration configuration = new Configuration(OF_THIS_MACHINE);
        settings.forEach(configuration::set);
        try {
            return FileSystem.newInstance(address, configuration);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (RuntimeException unknown) {
            // Hadoop's word for a host, or a library, that it does not find.
            throw new UncheckedIOException(new IOException(unknown));
        }
    }

    @Override
    public SeekableByteChannel open(String path) throws IOException {
        Path file = new Path(path);
        try {
            FileSystem disk = disk(file);
            return new HadoopChannel(
                    path, disk.open(file), disk.getFileStatus(file).getLen());
        } catch (FileNotFoundException missing) {
            throw new NoSuchFileException(path);
        } catch (AccessControlException forbidden) {
            throw new AccessDeniedException(path);
        }
    }

    @Override
    public boolean isFile(String path) {
        Path file = new Path(path);
        try {
            return disk(file).getFileStatus(file).isFile();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether there is anything at a path. */
    public boolean exists(String path) throws IOException {
        return disk(new Path(path)).exists(new Path(path));
    }

    /** A path in full: with the name and the host of its file system. */
    public String qualified(String path) throws IOException {
        return disk(new Path(path)).makeQualified(new Path(path)).toString();
    }

    /**
     * All files below a folder, in full.
     *
     * @param depth 1 for the files in the folder itself
     */
    public List<String> files(String folder, int depth) throws IOException {
        List<String> files = new ArrayList<>();
        for (FileStatus inside : disk(new Path(folder)).listStatus(new Path(folder))) {
            String path = inside.getPath().toString();
            if (!inside.isDirectory()) {
                files.add(path);
            } else if (depth > 1) {
                files.addAll(files(path, depth - 1));
            }
        }
        return files;
    }
}
