package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.domain.UserException;

class DeliveredFilesTest {
    private final Path folder;

    DeliveredFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(folder.resolve("north"));
        for (String name : List.of("b.csv", "a.csv.gz", "north/c.csv", "notes.txt")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    @Test
    void findsTheFilesOfAFolderInTheOrderOfTheirBytes() {
        assertThat(names(folder.toString())).containsExactly("a.csv.gz", "b.csv", "north/c.csv");
    }

    @Test
    void keepsTheOrderOfTheArguments() {
        assertThat(names(
                        folder.resolve("north").toString(),
                        folder.resolve("b.csv").toString()))
                .containsExactly("c.csv", "b.csv");
    }

    @Test
    void findsFilesByAGlob() {
        assertThat(names(folder + "/*.csv")).containsExactly("b.csv");
        assertThat(names(folder + "/**.csv")).containsExactly("b.csv", "north/c.csv");
    }

    /** The hash of "b.csv" by sha256sum. */
    @Test
    void knowsAFileByItsBytes() {
        DeliveredFile file = DeliveredFiles.find(List.of(folder.resolve("b.csv").toString()), "clinics")
                .files()
                .get(0);
        assertThat(file.sha256()).isEqualTo("010326a323b77cee3ebf1a3480107ef1110620ec86521d1fb8c21995520e0e24");
        assertThat(file.bytes()).isEqualTo(5);
        assertThat(file.source()).isEqualTo("clinics");
    }

    @Test
    void aFolderWithoutFilesIsAMistake() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> names(empty.toString()))
                .isInstanceOf(UserException.class)
                .hasMessage("Nothing to read in " + empty + ": it holds no file that ends in .csv, .csv.gz or .zip.");
    }

    @Test
    void aPathThatIsNotThereIsAMistake() {
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> names(missing.toString()))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot find " + missing + ": check the path.");
    }

    @Test
    void findsTheFilesInAZipArchiveByTheirBytes() throws IOException {
        zip("a.zip", "b.csv", "sub/c.csv", "readme.txt", "__MACOSX/._b.csv");
        DeliveredFiles.Found found = find(folder.resolve("a.zip").toString());
        assertThat(found.refusals()).isEmpty();
        assertThat(found.files()).extracting(DeliveredFile::name).containsExactly("a.zip/b.csv", "a.zip/sub/c.csv");
        assertThat(found.files().get(0).sha256())
                .isEqualTo("010326a323b77cee3ebf1a3480107ef1110620ec86521d1fb8c21995520e0e24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.csv", "/etc/x.csv", "a/../../x.csv", "C:\\x.csv", "C:/x.csv"})
    void row46RefusesAPathThatLeadsOutOfItsArchive(String entry) throws IOException {
        zip("a.zip", "b.csv", entry);
        assertThat(find(folder.toString()).refusals())
                .containsExactly(
                        "a.zip holds a link, or a path that leads outside of it; unpack it and deliver the files.");
        assertThat(names(folder.toString())).containsExactly("a.csv.gz", "b.csv", "north/c.csv");
    }

    @Test
    void refusesAnArchiveThatIsNone() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "no archive");
        assertThat(find(folder.resolve("a.zip").toString()).refusals())
                .containsExactly("a.zip is no sound zip archive; ask for it again.");
    }

    @Test
    void row46RefusesLinksToFilesAndFoldersAndFollowsNoLoop() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("b.csv"));
        Files.createSymbolicLink(folder.resolve("north/loop"), folder);
        DeliveredFiles.Found found = find(folder.toString());
        assertThat(found.files()).extracting(DeliveredFile::name).containsExactly("a.csv.gz", "b.csv", "north/c.csv");
        assertThat(found.refusals())
                .containsExactly(
                        "link.csv is a symbolic link, and links are not followed; give the file or folder itself.",
                        "north/loop is a symbolic link, and links are not followed; give the file or folder itself.");
        assertThat(find(folder.resolve("link.csv").toString()).files()).isEmpty();
    }

    @Test
    void row46RefusesAPipe() throws IOException, InterruptedException {
        assumeThat(new ProcessBuilder("mkfifo", folder.resolve("pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(find(folder.toString()).refusals())
                .containsExactly("pipe.csv is not a plain file; deliver it as one.");
    }

    @Test
    void endingsMayBeInCapitals() throws IOException {
        Files.writeString(folder.resolve("D.CSV"), "d");
        assertThat(names(folder.toString())).containsExactly("D.CSV", "a.csv.gz", "b.csv", "north/c.csv");
    }

    @Test
    void aFileWithABracketInItsNameIsThatFile() throws IOException {
        Files.writeString(folder.resolve("e[1].csv"), "e");
        assertThat(names(folder.resolve("e[1].csv").toString())).containsExactly("e[1].csv");
        assertThatThrownBy(() -> names(folder + "/x[1.csv"))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("there is no such file, and as a pattern it lacks a closing bracket.");
    }

    @Test
    void aPatternReachesNoDeeperThanItSays() throws IOException {
        Files.createSymbolicLink(folder.resolve("north/loop"), folder);
        assertThat(find(folder + "/*.csv").refusals()).isEmpty();
        assertThat(names(folder + "/*.csv")).containsExactly("b.csv");
    }

    @Test
    void aFolderMayBeGivenByALink(@TempDir Path elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("inbox"), folder);
        assertThat(names(link.toString())).containsExactly("a.csv.gz", "b.csv", "north/c.csv");
    }

    private void zip(String name, String... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("b.csv".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static DeliveredFiles.Found find(String... inputs) {
        return DeliveredFiles.find(List.of(inputs), "clinics");
    }

    private static List<String> names(String... inputs) {
        return DeliveredFiles.find(List.of(inputs), "clinics").files().stream()
                .map(DeliveredFile::name)
                .toList();
    }
}
