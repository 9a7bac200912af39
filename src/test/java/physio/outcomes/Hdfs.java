package physio.outcomes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** Hadoop's file system on this machine, a name node and a data node: a process of its own, from Hadoop's jar for tests. */
public final class Hdfs implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("\"namenode_port\":(\\d+)");

    /** What Hadoop's jar for tests asks for. */
    private static final Pattern TEST_LIBRARY = Pattern.compile(".*/(junit|opentest4j|apiguardian|assertj)-.*\\.jar");

    private final Path folder;
    private final Process process;
    private final String address;

    private Hdfs(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.process = start();
        this.address = "hdfs://127.0.0.1:" + port();
    }

    /** Starts one that keeps its blocks in a folder, and waits until it is ready. */
    public static Hdfs in(Path folder) throws IOException {
        return new Hdfs(folder);
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx400m",
                        "-Dtest.build.data=" + folder.resolve("data"),
                        "-cp",
                        classPath(),
                        "org.apache.hadoop.test.MiniDFSClusterManager",
                        "-format",
                        "-datanodes",
                        "1",
                        "-nnport",
                        "0",
                        "-writeDetails",
                        details().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        return builder.start();
    }

    private static String classPath() throws IOException {
        String tests = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> TEST_LIBRARY.matcher(jar).matches())
                .collect(Collectors.joining(File.pathSeparator));
        return Path.of("target/hdfs").toAbsolutePath() + "/*" + File.pathSeparator
                + libraries("hadoop-client-") + File.pathSeparator + libraries("slf4j-api-") + File.pathSeparator
                + libraries("commons-logging-") + File.pathSeparator + tests;
    }

    private static String libraries(String name) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("target/lib"))) {
            return all.filter(jar -> jar.getFileName().toString().startsWith(name))
                    .map(jar -> jar.toAbsolutePath().toString())
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private Path details() {
        return folder.resolve("details.json");
    }

    private String port() throws IOException {
        Optional<String> port = Patience.await(process, () -> {
            Matcher found = PORT.matcher(Files.exists(details()) ? Files.readString(details()) : "");
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        });
        if (port.isEmpty()) {
            close();
            throw new IllegalStateException("HDFS did not come up: " + Files.readString(folder.resolve("output.txt")));
        }
        return port.orElseThrow();
    }

    /** A place in it. */
    public String uri(String path) {
        return address + path;
    }

    /** Puts a file into it, and says where it is. */
    public String put(Path file, String path) throws IOException {
        try (FileSystem hdfs = FileSystem.newInstance(URI.create(address), new Configuration())) {
            hdfs.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(file.toUri()), new org.apache.hadoop.fs.Path(uri(path)));
        }
        return uri(path);
    }

    /** Makes a folder for one of its users, and says where it is; others may see what is in it. */
    public String folderOf(String user, String path) throws IOException {
        try (FileSystem hdfs = FileSystem.newInstance(URI.create(address), new Configuration())) {
            org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(uri(path));
            hdfs.mkdirs(folder);
            hdfs.setOwner(folder, user, user);
        }
        return uri(path);
    }

    /** Copies a folder out of it. */
    public void get(String path, Path into) throws IOException {
        try (FileSystem hdfs = FileSystem.newInstance(URI.create(address), new Configuration())) {
            hdfs.copyToLocalFile(
                    false, new org.apache.hadoop.fs.Path(uri(path)), new org.apache.hadoop.fs.Path(into.toUri()), true);
        }
    }

    /**
     * Settings by which it is known by a name that stands for two name nodes, as in clusters that must not go down with one; the first of these never answers.
     */
    public Map<String, String> byName(String name) {
        String hdfs = "spark.hadoop.dfs.";
        return Map.of(
                hdfs + "nameservices", name,
                hdfs + "ha.namenodes." + name, "gone,here",
                hdfs + "namenode.rpc-address." + name + ".gone", "127.0.0.1:9",
                hdfs + "namenode.rpc-address." + name + ".here", address.substring("hdfs://".length()),
                hdfs + "client.failover.proxy.provider." + name,
                        "org.apache.hadoop.hdfs.server.namenode.ha.ConfiguredFailoverProxyProvider");
    }

    /** Where the data node keeps the blocks of files that are written to their ends, with their checksums beside them. */
    public List<Path> blocks() {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(file -> file.toString().matches(".*/finalized/.*/blk_\\d+"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the process that it has started. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
