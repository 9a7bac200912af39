package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedAction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.Hdfs;
import physio.outcomes.SparkTest;
import physio.outcomes.store.DataFiles;
import physio.outcomes.store.Store;
import scala.jdk.javaapi.CollectionConverters;

/** A store with its tables in HDFS: all that a store in a folder can do, to the same byte, and its faults told likewise. */
@ExtendWith(SparkTest.class)
class HdfsStoreIT {
    private static final String MAY = "sample-data/sessions-2024-05.csv";
    private static final String JUNE = "sample-data/sessions-2024-06.csv";

    private final SparkSession spark;
    private final Path folder;

    HdfsStoreIT(SparkSession spark, @TempDir Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    @Test
    void aStoreInHdfsDoesAllThatOneInAFolderDoesAndNamesWhatIsDamaged() throws IOException {
        Place here = Place.in(folder.resolve("here"));
        Place there = Place.in(folder.resolve("there"));
        try (Hdfs hdfs = Hdfs.in(folder.resolve("hdfs"))) {
            String tables = hdfs.uri("/clinics/tables");
            String may = hdfs.put(Path.of(MAY), "/exports/sessions-2024-05.csv");
            String june = hdfs.put(Path.of(JUNE), "/exports/sessions-2024-06.csv");
            List<String> lived = life(there, may, june, "--set", "store.warehouse=" + tables);
            assertThat(lived).isEqualTo(life(here, MAY, JUNE));
            assertThat(there.command("status").out()).contains("\ntables in " + tables + "\n");
            assertThat(there.results()).hasSizeGreaterThan(20).isEqualTo(here.results());
            assertThat(machines(there))
                    .isNotEmpty()
                    .allMatch(host -> host.equals("127.0.0.1") || host.equals("localhost"));
            assertThat(machines(here)).isEmpty();
            assertThat(there.store()).isDirectoryNotContaining(file -> file.endsWith("outcomes"));
            assertThat(permissions(URI.create(tables)))
                    .hasSizeGreaterThan(20)
                    .containsOnlyOnce("rwx------ /clinics/tables")
                    .isSubsetOf("rwx------ /clinics/tables", "rw------- of a file");

            reportsInHdfsAreThoseOfAFolder(Place.in(folder.resolve("reporting")), hdfs);
            damage(hdfs.blocks());
            Ended verified = there.command("verify");
            assertThat(verified.code()).isEqualTo(4);
            assertThat(verified.out()).contains(tables + "/outcomes/", "go back to the newest state that is whole");
            Ended read = there.command("status");
            assertThat(read.code()).isEqualTo(4);
            assertThat(read.err()).startsWith("Error: The store's file ").contains("'verify' names all that is wrong");
        }
        Ended gone = there.command("status");
        assertThat(gone.code()).isEqualTo(4);
        assertThat(gone.err()).startsWith("Error: Cannot reach hdfs://127.0.0.1:");
    }

    /**
     * Two months, one of them made again, and an export: each in the place of what was there, with an index of all. They are written by one of its users, to whom HDFS
     * says other things than to the one that has started it.
     */
    private void reportsInHdfsAreThoseOfAFolder(Place there, Hdfs hdfs) throws IOException {
        assertThat(there.command("ingest", MAY, JUNE).code()).isZero();
        hdfs.folderOf("ana", "/reports");
        Place remote = there.withReports(folder.resolve("copied"));
        for (List<String> command : List.of(
                List.of("report", "--month", "2024-05", "--format", "html"),
                List.of("report", "--format", "html"),
                List.of("report", "--format", "html", "--force"),
                List.of("export", "--to", "EXPORTED"))) {
            String[] here = words(command, there.reports().resolve("exported").toString());
            String[] elsewhere = words(command, hdfs.uri("/reports/exported"));
            assertThat(there.command(here).code()).isZero();
            assertThat(reported(there, hdfs, elsewhere).code()).isZero();
        }
        Ended again = reported(there, hdfs, "report", "--format", "html");
        assertThat(again.out())
                .isEqualTo("Monthly report, unchanged: " + hdfs.uri("/reports/2024-06/index.html") + "\n");
        assertThat(reported(there, hdfs, "export", "--to", hdfs.uri("/reports/exported"))
                        .err())
                .contains("it is there already and not an empty folder");
        hdfs.get("/reports", remote.reports());
        assertThat(remote.results()).hasSizeGreaterThan(60).isEqualTo(there.results());
        assertThat(permissions(URI.create(hdfs.uri("/reports"))))
                .isSubsetOf("rwxr-xr-x /reports", "rw------- of a file");
    }

    /** Where Spark should read a store's sessions. */
    private Set<String> machines(Place place) {
        try (Store store = Store.forReading(place.store())) {
            DataFiles files = store.sessions(spark, store.state())
                    .files(LocalDate.of(2024, 6, 30))
                    .orElseThrow();
            JavaRDD<DataFiles.Part> tasks = files.tasks(spark);
            assertThat(tasks.partitions()).isNotEmpty();
            return tasks.partitions().stream()
                    .flatMap(task -> CollectionConverters.asJava(tasks.rdd().preferredLocations(task)).stream())
                    .collect(Collectors.toSet());
        }
    }

    private static String[] words(List<String> command, String exported) {
        return command.stream().map(word -> word.replace("EXPORTED", exported)).toArray(String[]::new);
    }

    private static Ended reported(Place there, Hdfs hdfs, String... command) {
        String[] words = Stream.concat(
                        Stream.of(command),
                        Stream.of("--store", there.store().toString(), "--reports", hdfs.uri("/reports")))
                .toArray(String[]::new);
        return UserGroupInformation.createRemoteUser("ana").doAs((PrivilegedAction<Ended>) () -> Ended.of(words));
    }

    /** What each command of a long life says; the first makes the store. */
    private static List<String> life(Place place, String may, String june, String... first) throws IOException {
        List<String> commands = new ArrayList<>(List.of("ingest", may));
        commands.addAll(List.of(first));
        String patient = patient(MAY);
        List<String> told = new ArrayList<>();
        for (List<String> command : List.of(
                commands,
                List.of("ingest", june),
                List.of("report", "--format", "html"),
                List.of("verify"),
                List.of("erase", "--patient", patient),
                List.of("compact", "--forget-before", "2"),
                List.of("ingest", "--force", may),
                List.of("restore", "--to", "2"),
                List.of("status"),
                List.of("verify"))) {
            Ended ended = place.command(command.toArray(String[]::new));
            assertThat(ended.code()).as(command + ": " + ended.err()).isZero();
            told.add(command.get(0) + ": "
                    + ended.out()
                            .replaceAll("tables in hdfs:.*\n", "")
                            .replace(place.store().toString(), "")
                            .replace(place.reports().toString(), ""));
        }
        return told;
    }

    private static String patient(String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file));
        int column = List.of(lines.get(0).split(",", -1)).indexOf("patient_id");
        return lines.get(1).split(",", -1)[column];
    }

    /** Of the outermost folder, which keeps others from the rest, and of all files. */
    private static List<String> permissions(URI tables) throws IOException {
        try (FileSystem hdfs = FileSystem.newInstance(tables, new Configuration())) {
            List<String> found = new ArrayList<>();
            org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(tables);
            found.add(hdfs.getFileStatus(root).getPermission() + " " + tables.getPath());
            RemoteIterator<LocatedFileStatus> files = hdfs.listFiles(root, true);
            while (files.hasNext()) {
                found.add(files.next().getPermission() + " of a file");
            }
            return found;
        }
    }

    /** Flips a bit of each block. */
    private static void damage(List<Path> blocks) throws IOException {
        assertThat(blocks).isNotEmpty();
        for (Path block : blocks) {
            byte[] bytes = Files.readAllBytes(block);
            bytes[bytes.length / 2] ^= 1;
            Files.write(block, bytes);
        }
    }
}
