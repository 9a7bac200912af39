package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.ingest.text.RefusedFile;

/** What is counted about a file is counted in parts, each in a task of its own. */
class FileChecksTest {
    private static final Settings SETTINGS = SettingsReader.parse(Deliveries.SETTINGS);
    private static final IngestRules RULES =
            new IngestRules(SETTINGS, MappingReader.canonical(SETTINGS), LocalDate.of(2024, 6, 30));

    @Test
    void partsTravelAndAddUpToTheFile() throws RefusedFile {
        FileChecks first = SerializationUtils.clone(part("s1"));
        first.merge(SerializationUtils.clone(part("jane@example.org")));
        assertThatThrownBy(first::refuseIdentifiers)
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("the column 'session_id', which holds e-mail addresses");
        assertThat(result(first, ReasonCode.NUL_BYTE))
                .isEqualTo(new RuleResult(ReasonCode.NUL_BYTE, RuleResult.Status.PASS, 2, 0));
    }

    @Test
    void aFileOfWhichOnePartBrokeOffHasNotPassed() throws RefusedFile {
        FileChecks first = part("s1");
        first.merge(FileChecks.of(List.of("session_id"), RULES));
        assertThat(result(first, ReasonCode.NUL_BYTE).status()).isEqualTo(RuleResult.Status.ERROR);
    }

    private static FileChecks part(String value) throws RefusedFile {
        FileChecks checks = FileChecks.of(List.of("session_id"), RULES);
        checks.record(List.of(value));
        checks.end();
        return checks;
    }

    private static RuleResult result(FileChecks checks, Rule rule) {
        return checks.results().stream()
                .filter(result -> result.rule() == rule)
                .findFirst()
                .orElseThrow();
    }
}
