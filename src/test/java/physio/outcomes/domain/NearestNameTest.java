package physio.outcomes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    @Test
    void findsTheNameWithTheFewestEdits() {
        assertThat(NearestName.of("techniqe", List.of("technique", "techniques")))
                .hasValue("technique");
    }

    @Test
    void tiesGoToTheFirstName() {
        assertThat(NearestName.of("bat", List.of("rat", "cat"))).hasValue("cat");
    }

    @Test
    void findsNothingBeyondThreeEdits() {
        assertThat(NearestName.of("abcd", List.of("abcdefg"))).hasValue("abcdefg");
        assertThat(NearestName.of("abcd", List.of("abcdefgh"))).isEmpty();
    }

    @Test
    void endsTheSentenceEitherWay() {
        assertThat(NearestName.hint("pan", List.of("pain"))).isEqualTo("; did you mean 'pain'?");
        assertThat(NearestName.hint("pan", List.of("mobility"))).isEqualTo(".");
    }
}
