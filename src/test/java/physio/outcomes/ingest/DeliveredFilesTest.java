package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void leavesOutLinksBelowAFolder() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("b.csv"));
        assertThat(names(folder.toString())).doesNotContain("link.csv");
    }

    private static List<String> names(String... inputs) {
        return DeliveredFiles.find(List.of(inputs), "clinics").files().stream()
                .map(DeliveredFile::name)
                .toList();
    }
}
