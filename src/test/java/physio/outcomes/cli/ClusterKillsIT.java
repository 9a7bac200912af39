package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.cli.ExecutorLog.Moment;
import physio.outcomes.store.Seen;

/**
 * Executors are killed while a month is taken in, reported and compared on a cluster: when a task starts, within one, while one reads what others left for
 * it, and when one has ended and what it wrote is not committed yet; then a worker, then the driver. It comes to the same, or fails and does so when it is run
 * again. What was killed when is in {@code target/cluster-kills.txt}.
 */
@Tag("thorough")
class ClusterKillsIT {
    private static final int RUNS = Integer.getInteger("cluster.runs", 3);
    private static final String INPUT = Path.of("sample-data").toAbsolutePath().toString();

    private final Path folder;
    private final List<String> table = new ArrayList<>();
    private final Random random = new Random(9);
    private final Map<Moment, Integer> struck = new EnumMap<>(Moment.class);
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
                for (Moment moment : Moment.values()) {
                    Killer killer = (cluster, driver, output) -> killExecutors(moment, cluster, driver, output);
                    assertIsTheSame(run(project, moment + "-" + i, killer), undisturbed);
                }
            }
            assertIsTheSame(run(project, "worker", this::killWorker), undisturbed);
            assertIsTheSame(run(project, "driver", this::killDriver), undisturbed);
            assertThat(struck)
                    .as("kills that struck")
                    .containsOnlyKeys(Moment.values())
                    .allSatisfy((moment, kills) -> assertThat(kills).isGreaterThanOrEqualTo(RUNS));
        } finally {
            table.add(kills + " kills, of executors at " + struck);
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

    /** Again and again one that is at a moment. */
    private void killExecutors(Moment moment, StandaloneCluster cluster, Process driver, Path output) throws Exception {
        while (!driver.waitFor(3000 + random.nextInt(7000), TimeUnit.MILLISECONDS)) {
            Optional<ExecutorLog> found = awaited(moment, cluster, driver);
            if (found.isPresent()) {
                ExecutorLog log = found.orElseThrow();
                kill(log.executor(), moment.name(), output);
                log.executor().onExit().join();
                driver.waitFor(1, TimeUnit.SECONDS);
                table.add("             it said last: " + log.last());
                if (log.isAt(moment)) {
                    struck.merge(moment, 1, Integer::sum);
                }
            }
        }
    }

    /** An executor that is at a moment from now on; none when the program ends before, or the executors that there are do. */
    private Optional<ExecutorLog> awaited(Moment moment, StandaloneCluster cluster, Process driver) throws Exception {
        List<ExecutorLog> logs = new ArrayList<>();
        for (ProcessHandle executor : cluster.executors()) {
            ExecutorLog.of(executor).ifPresent(logs::add);
        }
        while (driver.isAlive() && logs.stream().anyMatch(log -> log.executor().isAlive())) {
            for (ExecutorLog log : logs) {
                if (log.isAt(moment) && (moment != Moment.MIDDLE || isStillAt(log, driver))) {
                    return Optional.of(log);
                }
            }
            driver.waitFor(1, TimeUnit.MILLISECONDS);
        }
        return Optional.empty();
    }

    /** Some time into a task. */
    private boolean isStillAt(ExecutorLog log, Process driver) throws Exception {
        driver.waitFor(20 + random.nextInt(280), TimeUnit.MILLISECONDS);
        return log.isAt(Moment.MIDDLE);
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
