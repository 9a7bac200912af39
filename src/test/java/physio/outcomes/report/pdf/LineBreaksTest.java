package physio.outcomes.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
    @Test
    void endsALineBetweenWordsAndNeverWithinANumber() {
        assertThat(parts("\u22120.99 to \u22120.06")).containsExactly("\u22120.99 ", "to ", "\u22120.06");
        assertThat(parts("+1.65 of 1,062")).containsExactly("+1.65 ", "of ", "1,062");
        assertThat(parts("Myofascial release. Then")).containsExactly("Myofascial ", "release. ", "Then");
        assertThat(parts("")).isEmpty();
    }

    private static List<String> parts(String text) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int next = breaks.next(); next > 0; next = breaks.next()) {
            parts.add(text.substring(from, next));
            from = next;
        }
        return parts;
    }
}
