package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.draft.FileStart;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.ingest.text.Shelf;

/** Files of another file system are found, named, read and refused as those of a folder are. */
class RemoteInputTest {
    private static final String SETTING = "spark.hadoop.fs.shelf.impl";
    private static final String CSV = Deliveries.file(
            "1,p1,C01,2024-06-03,dtm,7,5",
            "2,p2,C01,2024-06-04,dtm,6,2",
            "3,p1,C01,2024-06-05,mfr,5,4",
            "4,p3,C01,2024-06-05,mfr,5,3");

    private final Path folder;

    RemoteInputTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void makeTheShelfKnown() {
        System.setProperty(SETTING, Shelf.SETTINGS.get("fs.shelf.impl"));
    }

    @AfterAll
    static void makeItUnknown() {
        System.clearProperty(SETTING);
    }

    @BeforeEach
    void deliver() throws IOException {
        Files.createDirectories(folder.resolve("north/june"));
        for (String name : List.of("b.csv", "north/june/c.CSV", "north/d.csv", "notes.txt", "[1].csv")) {
            Files.writeString(folder.resolve(name), CSV);
        }
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.csv.gz")))) {
            gzip.write(CSV.getBytes(UTF_8));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("z.zip")))) {
            for (String name : List.of("two.csv", "one.csv", "readme.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(CSV.getBytes(UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/north",
                "/b.csv",
                "/z.zip",
                "/[1].csv",
                "/*.csv",
                "/**.csv",
                "/north/*/c.CSV",
                "/n*/{d,e}.csv",
                "/[!c].csv"
            })
    void areThoseOfTheFolder(String input) {
        List<DeliveredFile> here = find(folder + input).files();
        List<DeliveredFile> there = find(Shelf.address(folder) + input).files();
        assertThat(there).isNotEmpty().extracting(DeliveredFile::location).allMatch(file -> !file.isLocal());
        assertThat(there)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("location")
                .isEqualTo(here);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.csv", "a.csv.gz", "z.zip"})
    void areReadToTheSame(String name) {
        Deliveries deliveries = Deliveries.in(folder).inParts(60);
        Reading here = deliveries.read(find(folder + "/" + name).files().get(0));
        Reading there =
                deliveries.read(find(Shelf.address(folder) + "/" + name).files().get(0));
        assertThat(there.sessions()).hasSize(4);
        assertThat(there).usingRecursiveComparison().isEqualTo(here);
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsRefused() throws IOException {
        DeliveredFile listed = find(Shelf.address(folder) + "/b.csv").files().get(0);
        Files.writeString(folder.resolve("b.csv"), CSV + "5,p3,C01,2024-06-06,mfr,5,3\n");
        assertThat(Deliveries.in(folder).inParts(60).read(listed).refusal()).contains("changed while it was read");
        assertThat(Deliveries.in(folder).read(listed).refusal()).contains("changed while it was read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "torn.csv",
                "torn.zip",
                "forbidden.csv",
                "forbidden.zip",
                "unreachable.csv",
                "unreachable.zip",
                "endless.csv"
            })
    void whatItsFileSystemDoesNotGiveIsToldApartFromDamage(String name) throws IOException {
        Files.copy(folder.resolve(name.endsWith("zip") ? "z.zip" : "b.csv"), folder.resolve(name));
        assertThat(find(Shelf.address(folder) + "/" + name).refusals())
                .containsExactly(name + " cannot be read; check that it is there and readable.");
    }

    @Test
    void aFileThatIsNotWhatWasWrittenIsDamaged() throws IOException {
        Files.writeString(folder.resolve("flipped.csv"), CSV);
        assertThat(find(Shelf.address(folder) + "/flipped.csv").refusals())
                .containsExactly("flipped.csv breaks off or is damaged; ask for it again.");
    }

    @Test
    void mistakesAreNamedAsOfAFolder() {
        String there = Shelf.address(folder);
        assertThatThrownBy(() -> find(there + "/missing.csv"))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot find " + there + "/missing.csv: check the path.");
        assertThatThrownBy(() -> find(there + "/x[1.csv"))
                .hasMessageEndingWith("there is no such file, and as a pattern it lacks a closing bracket.");
        for (String nothing : List.of("/nowhere/*.csv", "/north/*.gz")) {
            assertThatThrownBy(() -> find(there + nothing)).hasMessageStartingWith("Nothing to read in " + there);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody://there/a.csv",
                "hdfs:/a.csv",
                "hdfs://no host/a.csv",
                "s3a://bucket/a.csv",
                "shelf://there/12:30.csv"
            })
    void aFileSystemThatCannotBeReachedIsNamed(String input) {
        assertThatThrownBy(() -> find(input))
                .isInstanceOfSatisfying(
                        UserException.class,
                        unreachable -> assertThat(unreachable.exitCode()).isEqualTo(ExitCode.STORE_FAILED))
                .hasMessage("Cannot reach " + input
                        + ": check the address, that its file system is up, and that Hadoop knows it here.");
    }

    @Test
    void aPlaceThatMayNotBeSeenIsNamed() {
        String secret = Shelf.address(folder) + "/secret";
        assertThatThrownBy(() -> find(secret))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot list " + secret + ": check its permissions.");
    }

    @Test
    void theStartOfAFileIsReadForADraft() throws IOException {
        assertThat(FileStart.read(FileLocation.of(Shelf.address(folder) + "/a.csv.gz")))
                .usingRecursiveComparison()
                .isEqualTo(FileStart.read(FileLocation.of(folder + "/a.csv.gz")));
        for (String wrong : List.of("/north", "/missing.csv")) {
            String file = Shelf.address(folder) + wrong;
            assertThatThrownBy(() -> FileStart.read(FileLocation.of(file)))
                    .hasMessage("Cannot read " + file + ": it is not there, or not a plain file; check the path.");
        }
        assertThatThrownBy(() -> FileStart.read(FileLocation.of("hdfs:/a.csv")))
                .hasMessageStartingWith("Cannot reach hdfs:/a.csv: check the address");
    }

    private static DeliveredFiles.Found find(String input) {
        return DeliveredFiles.find(List.of(input), "clinics");
    }
}
