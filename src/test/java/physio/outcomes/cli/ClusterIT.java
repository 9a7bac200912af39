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
import physio.outcomes.Hdfs;
import physio.outcomes.SparkTest;

/** {@code jobs/submit} on a cluster of two workers, whose executors have nothing but what it sends them. */
@ExtendWith(SparkTest.class)
class ClusterIT {
    private static final Path INPUT = Path.of("sample-data").toAbsolutePath();

    private final Path folder;

    ClusterIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.folder = folder;
    }

    @Test
    void aMonthTakenInReportedAndComparedOnAClusterIsThatOfOneMachineToTheByte() throws Exception {
        SubmittingProject project = SubmittingProject.in(folder.resolve("the project"));
        Place here = Place.in(folder.resolve("here"));
        Place there = Place.in(folder.resolve("there"));
        try (StandaloneCluster cluster = StandaloneCluster.of(folder, 2)) {
            String refused = project.submit(cluster, List.of(), there, "ingest", INPUT.resolve("sessions-2024-05.csv"));
            assertThat(refused)
                    .contains("Error: The Spark master " + cluster.master() + " runs tasks on other machines")
                    .endsWith("code 2");
            assertThat(there.store()).doesNotExist();

            String done = project.submit(
                    cluster, SubmittingProject.SHARED, there, "run", INPUT.resolve("sessions-2024-05.csv"));
            assertThat(done).contains("Monthly report: ", "Comparison: ").endsWith("code 0");
        }
        assertThat(here.command("run", INPUT.resolve("sessions-2024-05.csv").toString())
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

    @Test
    void aStoreInHdfsGrowsOnOneMachineAndOnACluster() throws Exception {
        SubmittingProject project = SubmittingProject.in(folder.resolve("project"));
        Place here = Place.in(folder.resolve("here"));
        Place there = Place.in(folder.resolve("there"));
        Path may = INPUT.resolve("sessions-2024-05.csv");
        Path june = INPUT.resolve("sessions-2024-06.csv");
        try (Hdfs hdfs = Hdfs.in(folder.resolve("hdfs"));
                StandaloneCluster cluster = StandaloneCluster.of(folder, 2)) {
            Ended begun =
                    there.command("ingest", may.toString(), "--set", "store.warehouse=" + hdfs.uri("/physio/tables"));
            assertThat(begun.code()).isZero();
            assertThat(project.submit(cluster, SubmittingProject.SHARED, there, "ingest", june))
                    .endsWith("code 0");
            assertThat(there.command("verify").code()).isZero();
            assertThat(there.command("report", "--format", "html").code()).isZero();
        }
        assertThat(here.command("ingest", may.toString(), june.toString()).code())
                .isZero();
        assertThat(here.command("report", "--format", "html").code()).isZero();
        assertThat(SubmittingProject.published(there))
                .hasSizeGreaterThan(20)
                .isEqualTo(SubmittingProject.published(here));
    }
}
