package physio.outcomes.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import physio.outcomes.Patience;

/** Spark's own cluster on this machine: a master, and workers of one core each on addresses of their own, as if on machines of their own, from the jars that Spark's download has too. */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://[0-9.]+:[0-9]+)");
    private static final Pattern REGISTERED = Pattern.compile("Registering worker ");

    /** Libraries of this program that Spark does not bring. */
    private static final List<String> OWN = List.of(
            "commons-csv",
            "commons-logging",
            "commons-numbers",
            "commons-rng",
            "commons-statistics",
            "fontbox",
            "graphics2d",
            "iceberg",
            "jasperreports",
            "jfreechart",
            "jspecify",
            "jte",
            "ojalgo",
            "openhtmltopdf",
            "org.jfree",
            "pdfbox",
            "picocli",
            "xmpbox");

    private static final String SPARK_SUBMIT = """
            #!/usr/bin/env bash
            # As in Spark's download: what Java is started with is worked out by Spark's launcher.
            export SPARK_HOME=$(cd "$(dirname "$0")/.." && pwd -P)
            command=()
            while IFS= read -r -d '' word; do
              word=${word#$'\\n'}
              [ "${#command[@]}" -eq 0 ] && [ -z "$word" ] || command+=("$word")
            done < <("$JAVA_HOME/bin/java" -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main \\
              org.apache.spark.deploy.SparkSubmit "$@")
            exec "${command[@]}"
            """;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    private StandaloneCluster(Path folder, int workers) throws IOException {
        this.folder = folder;
        makeHome();
        start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0");
        this.master = await(MASTER, 1).get(0).group(1);
        for (int i = 0; i < workers; i++) {
            String work = folder.resolve("work-" + i).toString();
            start(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0." + (1 + i),
                    "--cores",
                    "1",
                    "--memory",
                    "1500m",
                    "--work-dir",
                    work,
                    master);
        }
        await(REGISTERED, workers);
    }

    /** Starts one in a folder of its own, and waits until all its workers have come. */
    static StandaloneCluster of(Path folder, int workers) throws IOException {
        return new StandaloneCluster(folder, workers);
    }

    /** What {@code spark-submit} and Spark's scripts go by. */
    Map<String, String> environment() {
        return Map.of(
                "SPARK_HOME",
                folder.resolve("spark").toString(),
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_SCALA_VERSION",
                "2.13",
                "JAVA_HOME",
                System.getProperty("java.home"));
    }

    String master() {
        return master;
    }

    /** Java machines of executors. */
    List<ProcessHandle> executors() {
        return workers().stream().flatMap(Process::children).toList();
    }

    /** A worker, whose children are executors. */
    ProcessHandle worker(int number) {
        return workers().get(number).toHandle();
    }

    private List<Process> workers() {
        return processes.subList(1, processes.size());
    }

    private void makeHome() throws IOException {
        Path spark = folder.resolve("spark");
        Path jars = Files.createDirectories(spark.resolve("jars"));
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(Path.of("target/lib"), "*.jar")) {
            for (Path library : libraries) {
                String name = library.getFileName().toString();
                if (OWN.stream().noneMatch(name::startsWith)) {
                    Files.createSymbolicLink(jars.resolve(name), library.toAbsolutePath());
                }
            }
        }
        Path submit = Files.createDirectories(spark.resolve("bin")).resolve("spark-submit");
        Files.writeString(submit, SPARK_SUBMIT);
        Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwx------"));
    }

    private void start(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-cp",
                folder.resolve("spark/jars") + "/*",
                main,
                "--webui-port",
                "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().putAll(environment());
        processes.add(builder.start());
    }

    /** Waits until the master has said something so many times. */
    private List<MatchResult> await(Pattern sentence, int times) throws IOException {
        Path log = folder.resolve("master.log");
        Optional<List<MatchResult>> said = Patience.await(processes.get(0), () -> {
            List<MatchResult> found =
                    sentence.matcher(Files.readString(log)).results().toList();
            return found.size() < times ? Optional.empty() : Optional.of(found);
        });
        if (said.isEmpty()) {
            close();
            throw new IllegalStateException("The cluster did not come up: " + Files.readString(log));
        }
        return said.orElseThrow();
    }

    /** Ends the processes that it has started, and the executors that its workers have. */
    @Override
    public void close() {
        List<ProcessHandle> all = processes.stream()
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }
}
