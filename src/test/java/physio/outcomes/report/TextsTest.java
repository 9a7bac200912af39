package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.spc.Position;

/** The file of texts and the program agree: what is asked for is there, and nothing is there that nobody asks for. */
class TextsTest {
    private static final Pattern ASKED = Pattern.compile("Texts\\.say\\(\\s*\"([a-z0-9_.]+)\"\\s*([,)])");
    private static final Pattern GROUP =
            Pattern.compile("(?:Texts\\.say|CodeLabels\\.\\w+)\\(\\s*(?:[^\";]+?,\\s*)?\"([a-z0-9_.]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_.]+)\"");
    private static final String SOURCES = sources("src/main/java/physio/outcomes/report") + sources("src/main/jte");

    @Test
    void fillsInWordsAndLeavesOtherSignsAlone() {
        assertThat(Texts.say("number.interval", "$1", "a\\b")).isEqualTo("$1 to a\\b");
        assertThat(Texts.say(1, "reports.subtitle", "1")).isEqualTo("1 report");
        assertThat(Texts.say(0, "reports.subtitle", "0")).isEqualTo("0 reports, the newest month first");
        assertThat(Texts.say("position", Position.FAR_BELOW)).isEqualTo("below the 99.8% limits");
    }

    @Test
    void doesNotMakeUpWhatIsNotThere() {
        assertThat(Texts.find("no.such.text")).isEmpty();
        assertThatThrownBy(() -> Texts.say("no.such.text"))
                .hasMessage("Invalid text: no.such.text (must be in the file of texts)");
    }

    /** A group is asked for by its name, with that of one of its members after it. */
    @Test
    void everyTextThatIsAskedForIsThere() {
        Set<String> keys = TextFile.english().keySet();
        Set<String> asked = ASKED.matcher(SOURCES)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(300);
        asked.removeIf(key -> keys.contains(key)
                || keys.stream().anyMatch(other -> other.startsWith(key + "."))
                || key.endsWith("."));
        assertThat(asked).isEmpty();
    }

    /** By its key, by a group that it is of, or by the end that several sections have. */
    @Test
    void everyTextIsAskedFor() {
        Set<String> keys = TextFile.english().keySet();
        Set<String> groups =
                GROUP.matcher(SOURCES).results().map(match -> match.group(1)).collect(Collectors.toSet());
        Set<String> literals =
                LITERAL.matcher(SOURCES).results().map(match -> match.group(1)).collect(Collectors.toSet());
        Set<String> idle = new TreeSet<>(keys);
        idle.removeAll(literals);
        idle.removeIf(key -> groups.stream().anyMatch(group -> key.startsWith(group + "."))
                || literals.stream().anyMatch(literal -> isPart(literal, key)));
        assertThat(idle).isEmpty();
    }

    private static boolean isPart(String literal, String key) {
        boolean isStart = literal.endsWith(".") && key.startsWith(literal);
        boolean isEnd = literal.startsWith(".") && key.endsWith(literal);
        return literal.length() > 1 && (isStart || isEnd);
    }

    private static String sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(TextsTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
