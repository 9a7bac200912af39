package physio.outcomes.ingest.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/**
 * A file system that Hadoop knows, such as HDFS: paths are addresses, {@code hdfs://host:8020/folder/file.csv}.
 *
 * @param settings of Hadoop's, beside those that hold where it is used; they may be secret
 */
public record HadoopStorage(Map<String, String> settings) implements Storage {
    /** Before the names of Hadoop's settings among those of {@code spark-submit}. */
    private static final String SPARK_PREFIX = "spark.hadoop.";

    private static final String DEFAULTS = "-default.xml";

    /** Not those that Hadoop keeps for all: of these the first to ask decides how the others' files are written. */
    private static final Map<Disk, FileSystem> DISKS = new ConcurrentHashMap<>();

    private record Disk(
            Map<String, String> settings,
            String scheme,
            @Nullable String host) {}

    /** By the settings that hold where it is used. */
    HadoopStorage() {
        this(Map.of());
    }

    /** Hadoop's settings on this machine: of its files, and those that {@code spark-submit} was told. */
    public static Configuration configuration() {
        Configuration configuration = new Configuration();
        for (String property : System.getProperties().stringPropertyNames()) {
            if (property.startsWith(SPARK_PREFIX)) {
                configuration.set(property.substring(SPARK_PREFIX.length()), System.getProperty(property));
            }
        }
        return configuration;
    }

    /** By the settings of this machine wherever it is used, such as in a task: those that differ from Hadoop's defaults. */
    public static HadoopStorage ofThisMachine() {
        HdfsConfiguration.init();
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

    @Override
    public SeekableByteChannel open(String path) throws IOException {
        return reach(path, (disk, file) -> {
            long size = disk.getFileStatus(file).getLen();
            if (size < 0) {
                throw new FileSystemException(path, null, "It cannot be read from any place");
            }
            return new HadoopChannel(path, disk.open(file), size);
        });
    }

    @Override
    public long size(String path) throws IOException {
        return reach(path, (disk, file) -> disk.getFileStatus(file).getLen());
    }

    @Override
    public boolean isFile(String path) throws IOException {
        try {
            return reach(path, (disk, file) -> disk.getFileStatus(file).isFile());
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    /** Whether there is anything at a path. */
    public boolean exists(String path) throws IOException {
        return reach(path, FileSystem::exists);
    }

    /** A path in full: with the name and the host of its file system. */
    public String qualified(String path) throws IOException {
        return reach(path, (disk, file) -> disk.makeQualified(file).toString());
    }

    /**
     * All files below a folder, in full.
     *
     * @param depth 1 for the files in the folder itself
     */
    public List<String> files(String folder, int depth) throws IOException {
        List<String> files = new ArrayList<>();
        for (FileStatus inside : reach(folder, FileSystem::listStatus)) {
            String path = inside.getPath().toString();
            if (!inside.isDirectory()) {
                files.add(path);
            } else if (depth > 1) {
                files.addAll(files(path, depth - 1));
            }
        }
        return files;
    }

    private interface Reaching<T> {
        T in(FileSystem disk, Path file) throws IOException;
    }

    private <T> T reach(String path, Reaching<T> what) throws IOException {
        try {
            Path file = new Path(path);
            return what.in(disk(file.toUri()), file);
        } catch (FileNotFoundException missing) {
            throw new NoSuchFileException(path);
        } catch (AccessControlException forbidden) {
            throw new AccessDeniedException(path);
        } catch (FileSystemException known) {
            throw known;
        } catch (IOException | RuntimeException unreachable) {
            // Hadoop throws either for a host, a name or a library that it does not find or take.
            throw withheld(path, unreachable);
        }
    }

    /** Says that bytes were not given, whatever they are. */
    static FileSystemException withheld(String path, Exception reason) {
        FileSystemException withheld = new FileSystemException(path);
        withheld.initCause(reason);
        return withheld;
    }

    private FileSystem disk(URI address) throws IOException {
        try {
            return DISKS.computeIfAbsent(
                    new Disk(settings, address.getScheme(), address.getAuthority()), none -> client(address));
        } catch (UncheckedIOException unreachable) {
            throw unreachable.getCause();
        }
    }

    private FileSystem client(URI address) {
        HdfsConfiguration.init();
        Configuration configuration = configuration();
        settings.forEach(configuration::set);
        try {
            return FileSystem.newInstance(address, configuration);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** Without the settings. */
    @Override
    public String toString() {
        return "a file system of Hadoop's";
    }
}
