package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;

class TextFileTest {
    private final Path folder;

    TextFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void goBack() {
        Texts.choose(TextFile.english());
    }

    @Test
    void writesInTheLanguageOfAFile() throws IOException {
        Map<String, String> texts = TextFile.english();
        texts.putAll(Map.of(
                "month.full",
                "{1}: {0}",
                "month.june",
                "czerwiec",
                "number.decimal",
                ",",
                "number.group",
                "\u00a0",
                "brackets",
                "[{0}]"));
        Texts.choose(TextFile.of(settings(texts)));
        assertThat(Words.month(YearMonth.of(2024, 6))).isEqualTo("2024: czerwiec");
        assertThat(Words.number(-1.25)).isEqualTo("−1,25");
        assertThat(Words.count(1_234_567)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(Words.bracketed("it's")).isEqualTo(" [it's]");
        assertThat(new Axis("Ból", "pkt", 1).amount(2.5)).isEqualTo("2,5 pkt");
    }

    @Test
    void refusesAFileThatLacksTexts() {
        Map<String, String> texts = TextFile.english();
        texts.remove("month.june");
        texts.remove("brackets");
        assertRefused(texts, "lacks the texts brackets, month.june.");
    }

    @Test
    void namesAFewOfManyMistakes() {
        assertRefused(
                Map.of("language", "de-DE"),
                "lacks the texts .* and " + (TextFile.english().size() - 1 - 5) + " more.");
    }

    @Test
    void refusesTextsThatNobodyAsksFor() {
        Map<String, String> texts = TextFile.english();
        texts.put("month.smarch", "Smarch");
        assertRefused(texts, "has texts that no report asks for month.smarch.");
    }

    @Test
    void refusesATextThatLosesWhatIsFilledIn() {
        Map<String, String> texts = TextFile.english();
        texts.put("month.full", "{0}");
        assertRefused(texts, "has other places to fill, such as \\{0}, than English in month.full.");
    }

    @Test
    void saysThatAFileCannotBeRead() throws IOException {
        Path latin = Files.write(folder.resolve("texts.properties"), new byte[] {'a', '=', (byte) 0xE9});
        assertThatThrownBy(() -> TextFile.translated(latin)).hasMessageStartingWith("Cannot read the texts " + latin);
        Path missing = folder.resolve("missing.properties");
        assertThatThrownBy(() -> TextFile.translated(missing))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("Cannot read the texts " + missing);
    }

    @Test
    void everyTextStandsAlone() {
        assertThat(TextFile.english())
                .allSatisfy(
                        (key, text) -> assertThat(text).isEqualTo(text.strip()).isNotEmpty());
    }

    private void assertRefused(Map<String, String> texts, String how) {
        assertThatThrownBy(() -> TextFile.of(settings(texts)))
                .isInstanceOf(UserException.class)
                .hasMessageMatching("The file .*texts.xx.properties " + how);
    }

    private Settings.Report settings(Map<String, String> texts) throws IOException {
        Path file = folder.resolve("texts.xx.properties");
        String lines = texts.entrySet().stream()
                .map(text -> text.getKey() + "=" + text.getValue())
                .collect(Collectors.joining("\n"));
        Files.write(file, lines.getBytes(StandardCharsets.UTF_8));
        return SettingsReader.parse("report: {language: '" + file + "'}").report();
    }
}
