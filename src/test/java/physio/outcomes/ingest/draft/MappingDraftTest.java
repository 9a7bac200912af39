package physio.outcomes.ingest.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/** What a draft says of a file, line by line. */
class MappingDraftTest {
    private static final Settings SETTINGS = SettingsReader.read(List.of(Path.of("jobs/outcomes.yaml")), Map.of());
    private static final String HEADER = "session_id,patient_id,clinic_id,session_date,technique";

    @Test
    void aCanonicalFileNeedsNone() {
        assertThat(drafted(HEADER + ",pain_before,body_region,visit\ns1,p1,C1,2024-05-01,DTM,7,neck,\n"))
                .isEmpty();
        assertThat(drafted(HEADER + "\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-05-01          | session_date: {from: Tag }
            20240501            | session_date: {from: Tag, format: yyyyMMdd}
            1.5.2024            | session_date: {from: Tag, format: d.M.yyyy}
            01.05.24            | session_date: {from: Tag, format: dd.MM.yy}
            23/05/2024          | session_date: {from: Tag, format: dd/MM/yyyy}
            05/23/2024          | session_date: {from: Tag, format: MM/dd/yyyy}
            5/23/2024           | session_date: {from: Tag, format: M/d/yyyy}
            01.05.2024 14:30    | session_date: {from: Tag, format: "dd.MM.yyyy HH:mm"}
            2024-05-01T14:30:00 | session_date: {from: Tag, format: "yyyy-MM-dd'T'HH:mm:ss"}
            """)
    void tellsHowDatesAreWritten(String date, String line) {
        assertThat(draft("session_id,patient_id,clinic_id,Datum,technique\ns1,p1,C1," + date + ",DTM\n"))
                .contains("\n  " + line.replace("Tag }", "Datum}").replace("Tag", "Datum"));
    }

    @Test
    void row34ChoosesNoFormatWhereDayAndMonthCannotBeTold() {
        assertThat(draft("session_id,patient_id,clinic_id,date,technique\ns1,p1,C1,03/04/2024,DTM\n"))
                .contains("""
                  session_date:
                    from: date
                    format: "?"                             # day and month cannot be told apart: put one of the next two lines here
                    # format: dd/MM/yyyy                    # the day first, as in Europe
                    # format: MM/dd/yyyy                    # the month first, as in the United States
                """);
    }

    @Test
    void row18CountsTheLinesAboveTheHeader() {
        assertThat(
                        draft(
                                "Praxis am Markt\nAuszug;2024\n\nid;Datum;Technik;Praxis\n1;1.5.2024;PNF;A\n2;2.5.2024;PNF;A\n"))
                .contains("  delimiter: \";\" ", "  skip_lines: 3 ");
    }

    @Test
    void row32TellsADecimalComma() {
        assertThat(draft("id;Datum;Technik;Praxis;Kopfhaltung\n1;1.5.2024;PNF;A;52,5\n2;2.5.2024;PNF;A;48\n"))
                .contains("  decimal: \",\" ", "posture_score: {from: Kopfhaltung} ");
    }

    @Test
    void tellsCharacterSets() {
        String german = "id;Datum;Körperregion\n1;1.5.2024;Hüfte\n";
        assertThat(draft(german.getBytes(UTF_8))).contains("  charset: UTF-8 ");
        assertThat(draft(german.getBytes(Charset.forName("windows-1252"))))
                .contains("  charset: windows-1252 ", "{from: Körperregion, ");
        assertThat(draft(("\uFEFF" + german).getBytes(StandardCharsets.UTF_16LE)))
                .contains("  charset: UTF-16 ", "{from: Körperregion, ");
        assertThat(draft(("\uFEFF" + german).getBytes(UTF_8))).contains("  charset: UTF-8 ", "patient_id: {from: id}");
    }

    @Test
    void tellsTheScaleAndNumbersThatMeanMissing() {
        String draft = draft("id,vas_pre,VAS nachher,PSQI\n1,70,3,5\n2,100,99,-9\n3,40,4,7\n");
        assertThat(draft)
                .contains("  pain_before: {from: vas_pre, scale: 0.1} ")
                .contains("  pain_after: {from: VAS nachher, missing: [\"99\"]} ")
                .contains("  sleep_score: {from: PSQI, missing: [\"-9\"]} ");
    }

    @Test
    void saysWhenScoresLieBetweenTheSteps() {
        assertThat(draft("id,pain_pre,x\n1,4.5,a\n2,5,a\n").replaceAll("\\s*\n *# ", " "))
                .contains("by its name; 1 of 2 values of the sample are no whole steps of 1 and would go to quarantine:"
                        + " give the measure a resolution in place of its step");
    }

    @Test
    void guessesTechniquesByCodeLabelSynonymAndNearestName() {
        String draft = draft("id,Technik\n1,DTM\n2,Efleurage\n3,Querfriktion\n4,Fango\n5,Knetung und PNF\n");
        assertThat(draft.lines().map(String::strip))
                .contains(
                        "# The codes are effleurage, petrissage, deep_tissue, myofascial_release, trigger_point, stretching, pnf, friction;",
                        "# several in one session are joined by +.",
                        "\"Efleurage\": effleurage               # confirm: a guess by its words",
                        "\"Querfriktion\": friction              # confirm: a guess by its words",
                        "\"Fango\": \"?\"                          # which technique of the catalogue is it? (records of the sample: 1)",
                        "\"Knetung und PNF\": petrissage+pnf     # confirm: a guess by its words");
        assertThat(draft).as("the catalogue knows it").doesNotContain("DTM");
    }

    @Test
    void noMoreThanFiftyTechniquesAreListed() {
        StringBuilder csv = new StringBuilder("id,Technik\n");
        for (int i = 0; i < 140; i++) {
            csv.append("1,T").append(i % 70).append('\n');
        }
        assertThat(draft(csv.toString())).contains("      # and 20 more ");
    }

    /** Free text may say who somebody is. */
    @Test
    void noValueOfAnotherColumnIsShown() {
        StringBuilder csv = new StringBuilder("id,treatment,age,condition,diagnosis,city\n");
        for (int i = 0; i < 40; i++) {
            csv.append("ID77")
                    .append(i)
                    .append(",told of wife ")
                    .append(i)
                    .append(",4")
                    .append(i % 10)
                    .append(",secret one,hidden two,Springfield\n");
        }
        assertThat(draft(csv.toString()))
                .contains("# technique: {from: \"?\"}", "# condition: {from: condition, values: ")
                .doesNotContain("ID77", "wife", "secret", "hidden", "Springfield");
    }

    @Test
    void columnsThatNobodyKnowsAreNotLeftOutByThemselves() {
        assertThat(draft("id,Datum,\"Na\"\"me: x\"\n1,1.5.2024,y\n")).contains("""
                        ignore:
                          # - "Na\\"me: x"                           # may identify somebody: leave it out on purpose, or map it
                        """);
    }

    private static String draft(String csv) {
        return drafted(csv).orElseThrow();
    }

    private static Optional<String> drafted(String csv) {
        return MappingDraft.of(FileStart.of("a.csv", csv.getBytes(UTF_8)), SETTINGS)
                .map(MappingDraft::yaml);
    }

    private static String draft(byte[] bytes) {
        return MappingDraft.of(FileStart.of("a.csv", bytes), SETTINGS)
                .orElseThrow()
                .yaml();
    }
}
