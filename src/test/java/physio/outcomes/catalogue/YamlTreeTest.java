package physio.outcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.domain.UserException;

class YamlTreeTest {

    @Test
    void aKeyThatStandsTwiceIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> YamlTree.read("episode:\n  gap_days: 30\n  gap_days: 60\n", "a.yaml"))
                .isInstanceOf(UserException.class)
                .hasMessage("Invalid YAML at a.yaml:3:3: the key 'gap_days' stands there for the second time.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1;b: [1, 2;c: 3;   | 3:2  | check indentation and quotes there (a value that begins with *, &, @ or % needs quotes)
            ignore: [*];          | 1:10 | check indentation and quotes there (a value that begins with *, &, @ or % needs quotes)
            a: &x 1;b: *x;        | 2:4  | put quotes round a value that begins with *, or write it out if it is a YAML alias
            a: 1;---;b: 2;        | 3:1  | a second document begins there; keep one a file
            """)
    void brokenYamlIsAnErrorWithItsPlace(String yaml, String place, String what) {
        assertThatThrownBy(() -> YamlTree.read(yaml.replace(';', '\n'), "a.yaml"))
                .isInstanceOf(UserException.class)
                .hasMessage("Invalid YAML at a.yaml:" + place + ": " + what + ".");
    }

    @Test
    void theTopMustBeKeys() {
        assertThatThrownBy(() -> YamlTree.read("- pain\n- sleep\n", "a.yaml"))
                .hasMessage("Invalid settings in a.yaml: the top of the file must be keys with values.");
    }

    @Test
    void anEmptyFileIsNoKeys() {
        assertThat(YamlTree.read("# nothing yet\n", "a.yaml").names()).isEmpty();
    }

    @Test
    void whatIsWrittenReadsBack() {
        YamlNode.Keys tree = YamlTree.read("a: {b: [1, '2', null]}\nc: \"x: y\"\n", "a.yaml");
        String written = YamlTree.write(tree);
        assertThat(written).isEqualTo("{\"a\":{\"b\":[\"1\",\"2\",\"\"]},\"c\":\"x: y\"}");
        assertThat(YamlTree.write(YamlTree.read(written, "again"))).isEqualTo(written);
    }

    @Test
    void anOverlayReplacesListsAndMergesKeys() {
        YamlNode.Keys below = YamlTree.read("a: {x: 1, y: [1, 2]}", "below");
        YamlNode.Keys above = YamlTree.read("a: {y: [3], z: 4}", "above");
        assertThat(YamlTree.write(below.overlaidBy(above)))
                .isEqualTo("{\"a\":{\"x\":\"1\",\"y\":[\"3\"],\"z\":\"4\"}}");
        assertThat(List.copyOf(below.names())).containsExactly("a");
    }
}
