package physio.outcomes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** This project, built: the jar from the classes that are tested here; and {@code jobs/submit} of it. */
record SubmittingProject(Path home) {
    /** What says that all machines see the same folders. */
    static final List<String> SHARED = List.of("--conf", "spark.outcomes.sharedFiles=true");

    static SubmittingProject in(Path home) throws IOException {
        Files.createDirectories(home.resolve("target"));
        Files.createDirectories(home.resolve("jobs"));
        for (String part : List.of(
                "pom.xml",
                "src",
                "jobs/submit",
                "jobs/common.sh",
                "jobs/outcomes.yaml",
                "jobs/mappings",
                "target/lib",
                "target/classes",
                "target/fonts")) {
            Files.createSymbolicLink(home.resolve(part), Path.of(part).toAbsolutePath());
        }
        Path classes = Path.of("target/classes");
        try (OutputStream file = Files.newOutputStream(home.resolve("target/physio-outcomes.jar"));
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, jar);
            }
        }
        return new SubmittingProject(home);
    }

    /** Starts a command on an input, what it prints going to a file. */
    Process start(
            StandaloneCluster cluster, List<String> options, Place place, String command, String input, Path output)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(home.resolve("jobs/submit").toString(), "--master"));
        words.addAll(List.of(cluster.master(), "--executor-memory", "1g"));
        // Of two masters the later counts.
        words.addAll(options);
        words.addAll(List.of(command, input, "--store", place.store().toString()));
        words.addAll(List.of("--reports", place.reports().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(cluster.environment());
        return builder.start();
    }

    /** What a command on an input printed, and as a last line its exit code. */
    String submit(StandaloneCluster cluster, List<String> options, Place place, String command, String input)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        int code = start(cluster, options, place, command, input, output).waitFor();
        return Files.readString(output, UTF_8) + "code " + code;
    }

    /** Of a place all files but what tells how long it took, and where. */
    static Map<String, String> published(Place place) {
        Map<String, String> files = place.files();
        files.keySet().removeIf(name -> name.endsWith("run.json"));
        return files;
    }
}
