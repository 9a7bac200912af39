package physio.outcomes.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TrueEffectsTest {
    private static final TrueEffects EFFECTS = TrueEffects.of(SimulationPlan.sample());

    @Test
    void measuresAgainstEffleurage() {
        assertThat(TrueEffects.techniques()).first().isEqualTo("effleurage");
        assertThat(TrueEffects.measures())
                .allSatisfy(measure ->
                        assertThat(EFFECTS.improvement("effleurage", measure)).isZero());
    }

    @Test
    void doesNotHangOnTheNumberOfSessions() {
        TrueEffects ofMore = TrueEffects.of(SimulationPlan.of(50_000_000, 20240630));
        assertThat(ofMore.improvement("pnf", "mobility")).isEqualTo(EFFECTS.improvement("pnf", "mobility"));
    }

    /** Courses end before the full effect is reached, and clipping at the best score takes some more. */
    @Test
    void isBelowTheLatentEffect() {
        assertThat(EFFECTS.improvement("myofascial_release", "pain")).isBetween(0.8 * 1.35, 1.35);
        assertThat(EFFECTS.improvement("pnf", "mobility")).isBetween(0.75 * 11, 11.0);
    }

    @Test
    void countsImprovementUpwardsAlsoWhereLowerIsBetter() {
        assertThat(EFFECTS.improvement("deep_tissue", "stress")).isNegative();
        assertThat(Instrument.STRESS.improvement(20, 17)).isEqualTo(3);
        assertThat(Instrument.MOBILITY.improvement(60, 75)).isEqualTo(15);
    }

    @Test
    void standsInTheReadmeOfTheSample() throws IOException {
        assertThat(Files.readString(Path.of("sample-data", "README.md")))
                .contains(
                        "| `myofascial_release` | " + Readme.points(EFFECTS.improvement("myofascial_release", "pain")));
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> EFFECTS.improvement("reiki", "pain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Invalid name: reiki (must be one of [effleurage, ");
    }
}
