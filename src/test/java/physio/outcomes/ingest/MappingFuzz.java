package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;

/** Whatever stands in a mapping or in settings, it is taken or gets one sentence; and what is taken as a mapping can be used. */
class MappingFuzz {
    private static final String EXPORT = "a;b,c|d\te\n1;2,2024-05-01|dtm\t5\n\"1\";2\n\n";

    private final Deliveries deliveries;

    MappingFuzz(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @FuzzTest
    void onlyUserMistakes(byte[] input) {
        String yaml = new String(input, UTF_8);
        mapping(yaml);
        settings(yaml);
    }

    private void mapping(String yaml) {
        try {
            deliveries.mapped(yaml).read(EXPORT);
        } catch (UserException mistake) {
            checkSentence(mistake);
        }
    }

    /** Settings that are taken are the same when they come back from where they travelled. */
    private static void settings(String yaml) {
        try {
            Settings settings = SettingsReader.parse(yaml);
            assertThat(SettingsReader.parse(settings.source())).isEqualTo(settings);
        } catch (UserException mistake) {
            checkSentence(mistake);
        }
    }

    private static void checkSentence(UserException mistake) {
        assertThat(mistake.getMessage()).endsWith(".");
    }
}
