package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import physio.outcomes.ingest.ReasonCode;

/** Why records are in quarantine is said in English by the checks, and in any language by the texts. */
class QuarantineTextsTest {
    @ParameterizedTest
    @EnumSource
    void theTextsSayInEnglishWhatTheChecksSay(ReasonCode reason) {
        assertThat(Texts.find("quarantine." + reason.code())).hasValue(reason.sentence());
    }
}
