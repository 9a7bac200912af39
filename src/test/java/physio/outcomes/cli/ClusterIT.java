package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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

    ClusterIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.folder = folder;
    }

    @Test
    void aMonthTakenInReportedAndComparedOnAClusterIsThatOfOneMachineToTheByte() throws Exception {
        SubmittingProject project = SubmittingProject.in(folder.resolve("the project"));
        Path input = Path.of("sample-data").toAbsolutePath();
        Place here = Place.in(folder.resolve("here"));
        Place there = Place.in(folder.resolve("there"));
        try (StandaloneCluster cluster = StandaloneCluster.of(folder, 2)) {
            String refused = project.submit(cluster, List.of(), there, "ingest", input.resolve("sessions-2024-05.csv"));
            assertThat(refused)
                    .contains("Error: The Spark master " + cluster.master() + " runs tasks on other machines")
                    .endsWith("code 2");
            assertThat(there.store()).doesNotExist();

            List<String> options = List.of("--conf", "spark.outcomes.sharedFiles=true");
            String done = project.submit(cluster, options, there, "run", input.resolve("sessions-2024-05.csv"));
            assertThat(done).contains("Monthly report: ", "Comparison: ").endsWith("code 0");
        }
        assertThat(here.command("run", input.resolve("sessions-2024-05.csv").toString())
                        .code())
                .isZero();
        assertThat(SubmittingProject.published(there))
                .hasSizeGreaterThan(40)
                .isEqualTo(SubmittingProject.published(here));
        assertThat(there.command("verify").code()).isZero();
        try (Stream<Path> files = Files.walk(there.store())) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }
}
