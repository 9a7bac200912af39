package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.store.Seen;

/**
 * Executors are killed while a month is taken in, reported and compared on a cluster, again and again at other moments, then a worker, then the driver: it
 * comes to the same, or fails and does so when it is run again. What was killed when is in {@code target/cluster-kills.txt}.
 */
@Tag("thorough")
class ClusterKillsIT {
    private static final int RUNS = Integer.getInteger("cluster.runs", 10);
    private static final String INPUT = Path.of("sample-data").toAbsolutePath().toString();

    private final Path folder;
    private final List<String> table = new ArrayList<>();
    private final Random random = new Random(9);
    private int kills;

    ClusterKillsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What kills, while a process runs. */
    private interface Killer {
        void kill(StandaloneCluster cluster, Process driver, Path output) throws Exception;
    }

    @Test
    void whateverDiesItComesToTheSame() throws Exception {
        SubmittingProject project = SubmittingProject.in(folder.resolve("the project"));
        try {
            Place undisturbed = run(project, "undisturbed", (cluster, driver, output) -> {});
            for (int i = 0; i < RUNS; i++) {
                assertIsTheSame(run(project, "executors-" + i, this::killExecutors), undisturbed);
            }
            assertIsTheSame(run(project, "worker", this::killWorker), undisturbed);
            assertIsTheSame(run(project, "driver", this::killDriver), undisturbed);
            assertThat(kills).as("kills that struck").isGreaterThanOrEqualTo(RUNS + 2);
        } finally {
            table.add(kills + " kills");
            Files.writeString(Path.of("target/cluster-kills.txt"), String.join("\n", table) + "\n");
        }
    }

    private Place run(SubmittingProject project, String name, Killer killer) throws Exception {
        Path own = Files.createDirectories(folder.resolve(name));
        Place place = Place.in(own);
        try (StandaloneCluster cluster = StandaloneCluster.of(own, 2)) {
            Path output = own.resolve("output.txt");
            Process driver = project.start(cluster, SubmittingProject.SHARED, place, "run", INPUT, output);
            killer.kill(cluster, driver, output);
            int code = driver.waitFor();
            table.add(name + ": code " + code);
            if (code != 0) {
                assertThat(project.submit(cluster, SubmittingProject.SHARED, place, "run", INPUT))
                        .endsWith("code 0");
            }
        }
        return place;
    }

    private static void assertIsTheSame(Place place, Place undisturbed) {
        Map<String, String> published = SubmittingProject.published(place);
        assertThat(published.keySet())
                .isEqualTo(SubmittingProject.published(undisturbed).keySet());
        assertThat(published).isEqualTo(SubmittingProject.published(undisturbed));
        assertThat(Seen.of(place.store())).isEqualTo(Seen.of(undisturbed.store()));
        assertThat(place.command("verify").code()).isZero();
    }

    /** One every five to twenty seconds, of those there are then. */
    private void killExecutors(StandaloneCluster cluster, Process driver, Path output) throws Exception {
        while (!driver.waitFor(5000 + random.nextInt(15_000), TimeUnit.MILLISECONDS)) {
            List<ProcessHandle> executors = cluster.executors();
            if (!executors.isEmpty()) {
                kill(executors.get(random.nextInt(executors.size())), "executor", output);
            }
        }
    }

    private void killWorker(StandaloneCluster cluster, Process driver, Path output) throws Exception {
        driver.waitFor(20, TimeUnit.SECONDS);
        kill(cluster.worker(0), "worker", output);
    }

    private void killDriver(StandaloneCluster cluster, Process driver, Path output) throws Exception {
        driver.waitFor(20, TimeUnit.SECONDS);
        kill(driver.toHandle(), "driver", output);
    }

    /** Kills a process, and those that it has started. */
    private void kill(ProcessHandle process, String what, Path output) throws IOException {
        List<ProcessHandle> executors = process.children().toList();
        if (!process.destroyForcibly()) {
            return;
        }
        executors.forEach(ProcessHandle::destroyForcibly);
        kills++;
        try (Stream<String> lines = Files.lines(output)) {
            String last = lines.reduce((before, line) -> line).orElse("");
            table.add(String.format(Locale.ROOT, "  %-8s killed after: %s", what, last.strip()));
        }
    }
}
