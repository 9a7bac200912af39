package physio.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrimTest {
    /** Of 13 to 17 scores in tens, 37.5 is the mean of 16 alone; of scores in ones, 3.7 is that of any. */
    @Test
    void aMeanOfACoarseInstrumentGivesARoundedCountAway() {
        assertThat(recovered("vas", "37.5,,")).isNotEmpty();
        assertThat(recovered("pain", "3.7,,")).isEmpty();
    }

    /** From 6.7 to 6.5 and yet 0.3 less: only few numbers of scores round like that. */
    @Test
    void aChangeRoundedByItselfGivesARoundedCountAway() {
        assertThat(recovered("pain", "6.7,6.5,-0.3")).isNotEmpty();
        assertThat(recovered("pain", "6.7,6.5,-0.2")).isEmpty();
    }

    private static List<String> recovered(String measure, String means) {
        String csv = "clinic_id," + PlantedTables.COLUMNS + "C1,2024-01," + measure + ",episode,all,45,15,15," + means
                + ",false\n";
        return Attacker.outside(PlantedTables.PUBLIC)
                .attack(new PublishedFiles(Map.of("monthly_outcomes", csv), Map.of(), Map.of()))
                .recovered();
    }
}
