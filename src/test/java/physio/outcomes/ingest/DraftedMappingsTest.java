package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.draft.FileStart;
import physio.outcomes.ingest.draft.MappingDraft;
import physio.outcomes.ingest.text.FileLocation;

/** From a file to a draft, what an analyst answers, and the sessions that ingest then reads. */
class DraftedMappingsTest {
    private static final String NO_OTHERS = "# - \"*\"  ";
    private static final String IGNORE_OTHERS = "- \"*\"  ";

    private final Path folder;

    DraftedMappingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aDraftThatAsksNothingLoadsAsItIs() throws IOException {
        Path export = Files.writeString(folder.resolve("tab.csv"), """
                Sitzungs-Nr\tPatienten-Nr\tPraxis\tDatum\tMassageart\tSchmerz vorher\tSchmerz nachher\tPSQI\tAlter
                1\tP1\tA\t2.5.2024\tKnetung\t7\t4\t12\t43
                2\tP1\tA\t13.5.2024\tstroking\t6\tNA\t11\t43
                3\tP2\tB\t14.5.2024\tKnetung + Dehnung\t5\t5\tNA\t61
                """);
        MappingDraft draft = draft(export, settings());
        assertThat(draft.questions()).isZero();
        Reading reading = read(export, settings(), draft.yaml());
        assertThat(reading.tally()).isEqualTo(new Tally(3, 3, 0, 0, 0));
        assertThat(reading.sessions().stream().map(Session::technique))
                .containsExactly("petrissage", "effleurage", "petrissage+stretching");
        assertThat(reading.sessions().get(0).scores().subList(0, 2)).containsExactly(7, 4);
    }

    @Test
    void theGermanExportLoadsOnceItsQuestionsAreAnswered() throws IOException {
        Path export = example("german-semicolon");
        MappingDraft draft = draft(export, settings());
        assertThat(draft.questions()).isEqualTo(6);
        assertThatThrownBy(() -> MappingReader.parse(draft.yaml(), "draft.yaml", settings()))
                .isInstanceOf(UserException.class)
                .hasMessage("Incomplete mapping draft.yaml: the needed column 'clinic_id' is not mapped; add it below"
                        + " columns.");
        Reading reading = read(
                export,
                settings(),
                answered(
                        draft.yaml(),
                        List.of(
                                "# clinic_id",
                                "clinic_id",
                                "# attendance: {from: Status, values: {\"?\": \"?\"}}",
                                "attendance: {from: Status, values: {erschienen: attended, abgesagt: cancelled, nicht erschienen: cancelled}}",
                                NO_OTHERS,
                                IGNORE_OTHERS)));
        assertThat(reading.reasons()).isEmpty();
        assertThat(reading.tally()).isEqualTo(new Tally(10, 10, 0, 0, 0));
        assertThat(reading.sessions().get(0).scores().subList(0, 2)).containsExactly(7, 4);
        assertThat(reading.sessions().get(2).technique()).isEqualTo("deep_tissue");
    }

    @Test
    void theExportWithAColumnForEachTechniqueLoadsOnceItsNotesAreLeftOut() throws IOException {
        Path export = example("wide-yes-no");
        MappingDraft draft = draft(export, settings());
        assertThat(draft.questions()).isEqualTo(1);
        Reading reading = read(export, settings(), answered(draft.yaml(), List.of("# - \"Notes\"", "- \"Notes\"")));
        assertThat(reading.tally()).isEqualTo(new Tally(6, 6, 0, 0, 0));
        assertThat(reading.sessions().get(1).technique()).isEqualTo("petrissage+stretching");
    }

    @Test
    void theDystoniaTrialLoadsOnceItsCodesAreNamed() throws IOException {
        Path export = published("cdystonia/cdystonia.csv");
        Settings settings = settings("cdystonia");
        Reading reading = read(
                export,
                settings,
                answered(
                        draft(export, settings).yaml(),
                        List.of(
                                "# session_date: {from: week", "session_date: {from: week",
                                "\"1\": \"?\"", "\"1\": botulinum_10000",
                                "\"2\": \"?\"", "\"2\": botulinum_5000",
                                "\"3\": \"?\"", "\"3\": placebo")));
        assertThat(reading.tally()).isEqualTo(new Tally(631, 631, 0, 0, 0));
    }

    /** One of the patients with back pain was never randomised, so that the technique is missing. */
    @Test
    void theBackPainTrialLoadsOnceItsCodesAreNamed() throws IOException {
        Path export = published("ashar/Ashar2022_outcomes_demographics.csv");
        Settings settings = settings("ashar");
        Reading reading = read(
                export,
                settings,
                answered(
                        draft(export, settings).yaml(),
                        List.of(
                                "# where:",
                                "where:",
                                "# clinic_id",
                                "clinic_id",
                                "# session_date: {from: \"?\"}",
                                "session_date: {from: time, values: {\"1\": 2018-01-01, \"2\": 2018-01-29}}",
                                "\"1\": \"?\"",
                                "\"1\": reprocessing",
                                "\"2\": \"?\"",
                                "\"2\": placebo",
                                "\"3\": \"?\"",
                                "\"3\": usual_care",
                                NO_OTHERS,
                                IGNORE_OTHERS)));
        assertThat(reading.tally()).isEqualTo(new Tally(341, 286, 1, 0, 54));
    }

    /** The draft saw the first thousand records; all of them load by it. */
    @Test
    void hipReplacementsLoadOnceWhatIsNeededIsNamed() throws IOException {
        Path export = published("nhs-proms/hip-provider-1819.csv.gz");
        Settings settings = settings("nhs-hip");
        Reading reading = read(
                export,
                settings,
                answered(
                        draft(export, settings).yaml(),
                        List.of(
                                "# patient_id: {from: \"?\"}",
                                "patient_id: {row: true}",
                                "# session_date: {from: \"?\"}",
                                "session_date: {from: Year, values: {\"2018/19\": 2018-04-01}}",
                                "# technique: {from: \"?\"}",
                                "technique: {from: Revision Flag, values: {\"0\": primary, \"1\": revision}}",
                                NO_OTHERS,
                                IGNORE_OTHERS)));
        assertThat(reading.tally()).isEqualTo(new Tally(41280, 41280, 0, 0, 0));
    }

    private Reading read(Path export, Settings settings, String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("draft.yaml"), mapping, UTF_8);
        return Deliveries.in(folder).mappedBy(file, settings).read(export);
    }

    /** The draft with some of its texts replaced, each of which must be there. */
    private static String answered(String draft, List<String> answers) {
        String answered = draft;
        List<String> absent = new ArrayList<>();
        for (int i = 0; i < answers.size(); i += 2) {
            if (!answered.contains(answers.get(i))) {
                absent.add(answers.get(i));
            }
            answered = answered.replace(answers.get(i), answers.get(i + 1));
        }
        assertThat(absent).as("asked in %s", draft).isEmpty();
        return answered;
    }

    private static MappingDraft draft(Path export, Settings settings) {
        return MappingDraft.of(FileStart.read(FileLocation.of(export.toString())), settings)
                .orElseThrow();
    }

    private static Path example(String name) {
        return Path.of("src/test/resources/exports", name + ".csv");
    }

    private static Path published(String file) {
        Path path = Path.of("../shared/data", file);
        assumeTrue(Files.exists(path), () -> "skipped: no " + path);
        return path;
    }

    private static Settings settings() {
        return SettingsReader.read(List.of(Path.of("jobs/outcomes.yaml")), Map.of());
    }

    private static Settings settings(String name) {
        return SettingsReader.read(
                List.of(Path.of("jobs/outcomes.yaml"), Path.of("jobs/mappings", name + ".settings.yaml")), Map.of());
    }
}
