package physio.outcomes.compare.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VisitOrderTest {
    /** Σ of days and rows of each visit. */
    private static final Map<String, long[]> DAYS = Map.of(
            "10", new long[] {1, 1},
            "2", new long[] {900, 1},
            "2.5", new long[] {0, 1},
            "discharge", new long[] {300, 3},
            "midway", new long[] {100, 2},
            "again", new long[] {100, 2},
            ">12", new long[] {130, 1});

    @Test
    void putsNumbersByTheirSizeAndThenLabelsByTheirMeanDay() {
        List<String> labels = new ArrayList<>(DAYS.keySet());
        labels.sort((left, right) -> VisitOrder.compare(left, days(left), right, days(right)));
        assertThat(labels).containsExactly("2", "2.5", "10", "again", "midway", "discharge", ">12");
    }

    private static long[] days(String label) {
        return Objects.requireNonNull(DAYS.get(label));
    }
}
