package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes from one core, from several, from executors beside each other, and where Spark runs slow tasks twice. */
@Tag("thorough")
class MastersIT {
    private static final String INPUT = Path.of("sample-data").toAbsolutePath().toString();

    /** Any task that is not among the first to end is started a second time, where there is room. */
    private static final List<String> SPECULATION = List.of(
            "--conf",
            "spark.speculation=true",
            "--conf",
            "spark.speculation.quantile=0.01",
            "--conf",
            "spark.speculation.multiplier=0.01",
            "--conf",
            "spark.speculation.minTaskRuntime=10ms",
            "--conf",
            "spark.speculation.interval=10ms",
            "--conf",
            "spark.speculation.efficiency.enabled=false");

    private final Path folder;

    MastersIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whereAndHowOftenTasksRunChangesNothing() throws Exception {
        SubmittingProject project = SubmittingProject.in(folder.resolve("the project"));
        try (StandaloneCluster cluster = StandaloneCluster.of(folder, 2)) {
            Map<String, String> one = run(project, cluster, "one core", List.of("--master", "local[1]"));
            assertThat(one).hasSizeGreaterThan(40);
            assertThat(run(project, cluster, "three cores", List.of("--master", "local[3]")))
                    .isEqualTo(one);
            assertThat(run(project, cluster, "executors", List.of("--master", "local-cluster[2,1,1400]")))
                    .isEqualTo(one);
            List<String> twice = new ArrayList<>(SubmittingProject.SHARED);
            twice.addAll(SPECULATION);
            assertThat(run(project, cluster, "twice", twice)).isEqualTo(one);
        }
        assertThat(speculative(folder.resolve("twice")))
                .as("tasks that ran twice")
                .isPositive();
        assertThat(speculative(folder.resolve("one core"))).isZero();
    }

    /** What a run published. */
    private Map<String, String> run(
            SubmittingProject project, StandaloneCluster cluster, String name, List<String> options) throws Exception {
        Place place = Place.in(Files.createDirectories(folder.resolve(name)));
        Path events = Files.createDirectories(folder.resolve(name).resolve("events"));
        List<String> all = new ArrayList<>(options);
        for (String setting : List.of(
                "spark.eventLog.enabled=true",
                "spark.eventLog.compress=false",
                "spark.eventLog.rolling.enabled=false",
                "spark.eventLog.dir=" + events.toUri())) {
            all.addAll(List.of("--conf", setting));
        }
        String done = project.submit(cluster, all, place, "run", INPUT);
        assertThat(done).as(name).endsWith("code 0");
        assertThat(place.command("verify").code()).as(name).isZero();
        return SubmittingProject.published(place);
    }

    /** How many tasks Spark started although the same task was running. */
    private static long speculative(Path place) throws IOException {
        try (Stream<Path> logs = Files.list(place.resolve("events"))) {
            long count = 0;
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                try (Stream<String> lines = Files.lines(log)) {
                    count += lines.filter(line -> line.contains("\"SparkListenerTaskStart\""))
                            .filter(line -> line.contains("\"Speculative\":true"))
                            .count();
                }
            }
            return count;
        }
    }
}
