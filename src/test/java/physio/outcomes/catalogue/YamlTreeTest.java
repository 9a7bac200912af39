package physio.outcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import physio.outcomes.domain.UserException;

class YamlTreeTest {

    @Test
    void aKeyThatStandsTwiceIsAnErrorWithItsLine() {
        assertThatThrownBy(() -> YamlTree.read("episode:\n  gap_days: 30\n  gap_days: 60\n", "a.yaml"))
                .isInstanceOf(UserException.class)
                .hasMessage("Invalid YAML in a.yaml, line 3: the key 'gap_days' stands there twice.");
    }

    @Test
    void brokenYamlIsAnErrorWithItsLine() {
        assertThatThrownBy(() -> YamlTree.read("a: 1\nb: [1, 2\nc: 3\n", "a.yaml"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("Invalid YAML in a.yaml, line ")
                .hasMessageEndingWith(": check indentation and quotes there.");
    }

    @Test
    void theTopMustBeKeys() {
        assertThatThrownBy(() -> YamlTree.read("- pain\n- sleep\n", "a.yaml"))
                .hasMessage("Invalid settings in a.yaml: the top of the file must be keys with values.");
    }

    @Test
    void anEmptyFileIsNoKeys() {
        assertThat(YamlTree.read("# nothing yet\n", "a.yaml").nodes()).isEmpty();
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
        assertThat(List.copyOf(below.nodes().keySet())).containsExactly("a");
    }
}
