package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.ReferenceFiles;

class HolmTest {
    @Test
    void agreesWithR() {
        List<CSVRecord> rows = ReferenceFiles.reference("holm");
        double[] p = rows.stream().mapToDouble(row -> number(row, "p")).toArray();
        double[] expected =
                rows.stream().mapToDouble(row -> number(row, "adjusted")).toArray();
        assertThat(Holm.adjust(p)).hasSize(6).containsExactly(expected, within(1e-15));
    }

    @Test
    void neverExceedsOneAndNeverFalls() {
        assertThat(Holm.adjust(new double[] {0.75, 0.5, 0.625})).containsExactly(1, 1, 1);
        assertThat(Holm.adjust(new double[] {0.25, 0.3125})).containsExactly(0.5, 0.5);
    }

    @Test
    void leavesOneAlone() {
        assertThat(Holm.adjust(new double[] {0.04})).containsExactly(0.04);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Holm.adjust(new double[] {0.5, Double.NaN}))
                .hasMessage("Invalid p value: outside 0 to 1");
    }
}
