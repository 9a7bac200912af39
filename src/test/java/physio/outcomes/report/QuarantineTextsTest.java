package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import physio.outcomes.ingest.FileRule;
import physio.outcomes.ingest.ReasonCode;

/** Why records are in quarantine is said in English by the checks, and in any language by the texts. */
class QuarantineTextsTest {
    @ParameterizedTest
    @EnumSource
    void theTextsSayInEnglishWhatTheChecksSay(ReasonCode reason) {
        assertThat(Texts.find("quarantine." + reason.code())).hasValue(reason.sentence());
    }

    /** The quality page names each warning; a file that identifies people is refused, and warns of nothing. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTIFYING_COLUMN")
    void theTextsNameEachWarning(FileRule rule) {
        assertThat(Texts.find("warning." + rule.code())).isPresent();
    }
}
