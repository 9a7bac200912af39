package physio.outcomes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** {@code jobs/submit} on a cluster of two workers, whose executors have nothing but what it sends them. */
@ExtendWith(SparkTest.class)
class ClusterIT {
    private final Path folder;
    private final Path home;

    ClusterIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.folder = folder;
        this.home = folder.resolve("the project");
    }

    @Test
    void aMonthTakenInReportedAndComparedOnAClusterIsThatOfOneMachineToTheByte() throws Exception {
        makeProject();
        Path input = Path.of("sample-data").toAbsolutePath();
        Place here = Place.in(folder.resolve("here"));
        Place there = Place.in(folder.resolve("there"));
        try (StandaloneCluster cluster = StandaloneCluster.of(folder, 2)) {
            String refused = submit(cluster, List.of(), there, "ingest", input.resolve("sessions-2024-05.csv"));
            assertThat(refused)
                    .contains("Error: The Spark master " + cluster.master() + " runs tasks on other machines")
                    .endsWith("code 2");
            assertThat(there.store()).doesNotExist();

            List<String> options = List.of("--conf", "spark.outcomes.sharedFiles=true");
            String done = submit(cluster, options, there, "run", input.resolve("sessions-2024-05.csv"));
            assertThat(done).contains("Monthly report: ", "Comparison: ").endsWith("code 0");
        }
        assertThat(here.command("run", input.resolve("sessions-2024-05.csv").toString())
                        .code())
                .isZero();
        assertThat(published(there)).hasSizeGreaterThan(40).isEqualTo(published(here));
        assertThat(there.command("verify").code()).isZero();
        try (Stream<Path> files = Files.walk(there.store())) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    /** All but what tells how long it took, and where. */
    private static Map<String, String> published(Place place) {
        Map<String, String> files = place.files();
        files.keySet().removeIf(name -> name.endsWith("run.json"));
        return files;
    }

    private String submit(StandaloneCluster cluster, List<String> options, Place place, String command, Path input)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(home.resolve("jobs/submit").toString(), "--master"));
        words.addAll(List.of(cluster.master(), "--conf", "spark.driver.host=127.0.0.1"));
        words.addAll(List.of("--executor-memory", "1g"));
        words.addAll(options);
        words.addAll(List.of(command, input.toString(), "--store", place.store().toString()));
        words.addAll(List.of("--reports", place.reports().toString()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(cluster.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return output + "code " + process.waitFor();
    }

    /** This project, built: the jar from the classes that are tested here. */
    private void makeProject() throws IOException {
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
    }
}
