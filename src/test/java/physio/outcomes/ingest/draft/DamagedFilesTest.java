package physio.outcomes.ingest.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.text.FileLocation;

/** A file that is no export gets one sentence, and never a trace. */
class DamagedFilesTest {
    private static final Settings SETTINGS = SettingsReader.read(List.of(Path.of("jobs/outcomes.yaml")), Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ``              ~ is empty; ask for it again
            PK\u0003\u0004  ~ is a spreadsheet or an archive: save the sheet as CSV first
            a;b             ~ has a stray or unclosed quote in its header; mend that line
            one\\ntwo       ~ has one column only, or lines that no delimiter (comma, semicolon, tab, |) cuts alike: it does not look like CSV
            p1,2024-05-01,7 ~ seems to have no header: a column of line 1 is a number, a date or an address; put a line with a name for each column first
            a,a@b.org       ~ seems to have no header: a column of line 1 is a number, a date or an address; put a line with a name for each column first
            a,b,a           ~ has a column twice in its header (line 1); rename or remove one of them
            a,\\0           ~ holds NUL bytes: it is no text, or UTF-16 without a mark; save it as UTF-8
            """)
    void saysWhatIsWrongWithoutAnyOfIt(String text, String what) {
        String csv = text.replace("\\n", "\n").replace("\\0", "\0").replace("a;b", "a;\"b\"c;d\n1;2;3\n");
        assertThatThrownBy(() -> draft(csv.getBytes(UTF_8)))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot draft a mapping for a.csv: it " + what + ".");
    }

    @Test
    void row31MoreThanAThousandColumnsAreNoSessions() {
        assertThatThrownBy(() -> draft(("x,".repeat(5000) + "y\n").getBytes(UTF_8)))
                .hasMessage("Cannot draft a mapping for a.csv: it has more than 1000 columns: it does not look like"
                        + " sessions.");
    }

    @Test
    void row30AFieldWithoutEndIsNotReadToItsEnd() {
        byte[] endless = new byte[5 << 20];
        Arrays.fill(endless, (byte) 'a');
        assertThatThrownBy(() -> draft(endless))
                .hasMessage("Cannot draft a mapping for a.csv: it has no line end in its first 2 MiB: it does not look"
                        + " like CSV.");
    }

    @Test
    void row42ATruncatedGzipFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        assertThatThrownBy(() -> FileStart.read(FileLocation.of(file.toString())))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot read " + file + ": it breaks off, is damaged or not readable; ask for it again.");
        assertThatThrownBy(() -> FileStart.read(FileLocation.of(folder.toString())))
                .hasMessage("Cannot read " + folder + ": it is not there, or not a plain file; check the path.");
    }

    /** Whatever the bytes: a draft whose YAML can be read, or one sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"german-semicolon", "wide-yes-no"})
    void noDamageLeavesATrace(String example) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src/test/resources/exports", example + ".csv"));
        Random random = new Random(20240501);
        int drafted = 0;
        for (int i = 0; i < 500; i++) {
            drafted += isDrafted(damaged(whole, random)) ? 1 : 0;
        }
        assertThat(drafted).as("of 500 damaged files").isBetween(50, 499);
    }

    private static boolean isDrafted(byte[] bytes) {
        try {
            Optional<MappingDraft> draft = draft(bytes);
            draft.ifPresent(drafted -> MappingReader.parse(drafted.yaml(), "draft.yaml", SETTINGS));
            return true;
        } catch (UserException sentence) {
            assertThat(sentence.getMessage()).doesNotContain("Invalid YAML");
            return String.valueOf(sentence.getMessage()).contains("draft.yaml");
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
        String signs = "\";,\t|\n\r\0@{}[]#:&*!%'\\-?0\u00ff";
        for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
            byte[] sign = signs.substring(random.nextInt(signs.length())).getBytes(StandardCharsets.ISO_8859_1);
            bytes[random.nextInt(Math.min(bytes.length, 300))] = sign[0];
        }
        return bytes;
    }

    private static Optional<MappingDraft> draft(byte[] bytes) {
        return MappingDraft.of(FileStart.of("a.csv", bytes), SETTINGS);
    }
}
