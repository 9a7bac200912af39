package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.ingest.FileOutcome.Accepted;

/** Whatever the records, none is lost or made up, no sentence shows a value, and parts come to the same as the whole. */
class RulesFuzz {
    private static final int MOST_PARTS = 8;

    private final Deliveries deliveries;

    RulesFuzz(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    /** The input is a script of {@link Fragments}. */
    @FuzzTest
    void losesNothingAndTellsNoValue(byte[] script) {
        byte[] file = Fragments.file(script);
        Reading whole = deliveries.read("a.csv", file);
        checkConservation(whole);
        assertThat(whole.outcome().toString() + whole.findings() + whole.results())
                .doesNotContainIgnoringCase(Fragments.MARKER);
        // Each part reads the header again: many parts of a long file would take the time of many other files.
        deliveries
                .inParts(Math.max(64, file.length / MOST_PARTS))
                .read("a.csv", file)
                .assertSameAs(whole);
    }

    private static void checkConservation(Reading reading) {
        if (reading.outcome() instanceof Accepted accepted) {
            Tally tally = accepted.tally();
            assertThat(reading.sessions()).hasSize((int) tally.stored());
            assertThat(reading.findings().stream().map(Finding::record).distinct())
                    .hasSize((int) tally.quarantined());
        } else {
            assertThat(reading.sessions()).isEmpty();
            assertThat(reading.findings()).isEmpty();
        }
    }
}
