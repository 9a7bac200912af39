package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.ReferenceFiles;

class BenjaminiHochbergTest {
    @Test
    void agreesWithR() {
        List<CSVRecord> rows = ReferenceFiles.reference("benjamini-hochberg");
        double[] p = rows.stream().mapToDouble(row -> number(row, "p")).toArray();
        double[] expected =
                rows.stream().mapToDouble(row -> number(row, "adjusted")).toArray();
        assertThat(BenjaminiHochberg.adjust(p)).hasSize(7).containsExactly(expected, within(1e-15));
    }

    /** 0.03 of rank 2 of 3 would be 0.045, but rank 3 is no more than 0.04. */
    @Test
    void isNeverAboveTheNextLarger() {
        assertThat(BenjaminiHochberg.adjust(new double[] {0.03, 0.0, 0.04}))
                .containsExactly(new double[] {0.04, 0, 0.04}, within(1e-15));
    }

    @Test
    void neverExceedsOneAndLeavesOneAlone() {
        assertThat(BenjaminiHochberg.adjust(new double[] {1, 1})).containsExactly(1, 1);
        assertThat(BenjaminiHochberg.adjust(new double[] {0.04})).containsExactly(0.04);
        assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> BenjaminiHochberg.adjust(new double[] {1.5}))
                .hasMessage("Invalid p value: outside 0 to 1");
    }
}
