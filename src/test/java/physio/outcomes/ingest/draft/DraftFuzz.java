package physio.outcomes.ingest.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;

/** Whatever the bytes, there is a draft whose YAML can be read, or one sentence. */
class DraftFuzz {
    private static final Settings SETTINGS = SettingsReader.read(List.of(Path.of("jobs/outcomes.yaml")), Map.of());

    @FuzzTest
    void draftsOrSaysWhatIsWrong(byte[] input) {
        Optional<MappingDraft> draft;
        try {
            draft = MappingDraft.of(FileStart.of("a.csv", input), SETTINGS);
        } catch (UserException sentence) {
            assertThat(sentence.getMessage())
                    .startsWith("Cannot draft a mapping for a.csv: it ")
                    .endsWith(".");
            return;
        }
        try {
            draft.ifPresent(drafted -> MappingReader.parse(drafted.yaml(), "draft.yaml", SETTINGS));
        } catch (UserException question) {
            // A draft with open questions need not be complete, but it must be YAML.
            assertThat(question.getMessage()).doesNotContain("Invalid YAML");
        }
    }
}
