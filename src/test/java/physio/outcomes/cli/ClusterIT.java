package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
    private static final String MAY = INPUT.resolve("sessions-2024-05.csv").toString();

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
            String refused = project.submit(cluster, List.of(), there, "ingest", MAY);
            assertThat(refused)
                    .contains("Error: The Spark master " + cluster.master() + " runs tasks on other machines")
                    .endsWith("code 2");
            assertThat(there.store()).doesNotExist();
            List<String> lost = new ArrayList<>(SubmittingProject.SHARED);
            lost.addAll(List.of("--master", "spark://127.0.0.1"));
            assertThat(project.submit(cluster, lost, there, "ingest", MAY))
                    .contains("Error: Spark could not be started on spark://127.0.0.1, or was ended by it")
                    .endsWith("code 4");

            String done = project.submit(cluster, SubmittingProject.SHARED, there, "run", MAY);
            assertThat(done)
                    .contains("Waiting for Spark on " + cluster.master(), "Monthly report: ", "Comparison: ")
                    .endsWith("code 0");
        }
        assertThat(here.command("run", MAY).code()).isZero();
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

    /** Executors know the name that the export is found by from what they are sent alone. */
    @Test
    void aStoreInHdfsGrowsOnOneMachineAndOnAClusterThatSharesNoFolder() throws Exception {
        SubmittingProject project = SubmittingProject.in(folder.resolve("project"));
        Place here = Place.in(folder.resolve("here"));
        Place there = Place.in(folder.resolve("there"));
        Path june = INPUT.resolve("sessions-2024-06.csv");
        try (Hdfs hdfs = Hdfs.in(folder.resolve("hdfs"));
                StandaloneCluster cluster = StandaloneCluster.of(folder, 2)) {
            Ended begun = there.command("ingest", MAY, "--set", "store.warehouse=" + hdfs.uri("/physio/tables"));
            assertThat(begun.code()).isZero();
            hdfs.put(june, "/exports/sessions-2024-06.csv");
            List<String> byName = new ArrayList<>();
            hdfs.byName("physio").forEach((key, value) -> byName.addAll(List.of("--conf", key + "=" + value)));
            assertThat(project.submit(cluster, byName, there, "ingest", "hdfs://physio/exports"))
                    .endsWith("code 0");
            assertThat(there.command("verify").code()).isZero();
            assertThat(there.command("report", "--format", "html").code()).isZero();
        }
        assertThat(here.command("ingest", MAY, june.toString()).code()).isZero();
        assertThat(here.command("report", "--format", "html").code()).isZero();
        assertThat(SubmittingProject.published(there))
                .hasSizeGreaterThan(20)
                .isEqualTo(SubmittingProject.published(here));
    }
}
