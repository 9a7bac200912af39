package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/** Exports of other forms, read by a mapping. */
class MappedFilesTest {
    private static final String MAPPING = """
            csv: {missing: ["NA"]}
            where: {kind: ["patient", "visitor"]}
            columns:
              session_id: {row: true}
              patient_id: {from: [site, id], join: "-"}
              clinic_id: {constant: C07}
              session_date: {from: week, origin: 2000-01-03, unit: weeks}
              visit: {from: week}
              technique: {from: treat, values: {"1": dtm, "2": mfr}}
              age_band: {from: age, band: 10}
              pain_before: {from: vas, scale: 0.1, missing: ["999"]}
            ignore: [comment]
            """;
    private static final String HEADER = "kind,site,id,week,treat,age,vas,comment\n";

    private final Path folder;
    private final Deliveries deliveries;

    MappedFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.deliveries = Deliveries.in(folder).mapped(MAPPING);
    }

    @Test
    void everyFeatureOfAMappingIsApplied() {
        TextKeying keys = new TextKeying();
        Session session = deliveries.read(HEADER + "patient,3,14,2,1,65,40,x\n").session();
        assertThat(session.key()).isEqualTo(keys.session("test", "C07", "a.csv#1"));
        assertThat(session.patientKey()).isEqualTo(keys.patient("test", "3-14"));
        assertThat(session.clinic()).isEqualTo("C07");
        assertThat(session.date()).isEqualTo(LocalDate.of(2000, 1, 17));
        assertThat(session.visit()).isEqualTo("2");
        assertThat(session.technique()).isEqualTo("dtm");
        assertThat(session.ageBand()).isEqualTo("60-69");
        assertThat(session.scores()).containsExactly(4, null, null);
    }

    @Test
    void rowsThatWhereDoesNotNameAreFilteredAndStillNumbered() {
        Reading reading = deliveries.read(
                HEADER + "staff,3,1,2,1,65,40,\n" + "patient,3,14,2,1,65,40,\n" + "visitor,3,15,2,9,65,40,\n");
        assertThat(reading.tally()).isEqualTo(new Tally(3, 1, 1, 0, 1));
        assertThat(reading.sessions().get(0).key()).isEqualTo(new TextKeying().session("test", "C07", "a.csv#2"));
        assertThat(reading.reasons()).containsExactly("3 technique unknown_technique");
    }

    @ParameterizedTest
    @CsvSource({"NA", "999", "''"})
    void missingTokensOfFileAndColumnMeanMissing(String token) {
        Session session =
                deliveries.read(HEADER + "patient,3,14,2,1,65," + token + ",\n").session();
        assertThat(session.scores().get(0)).isNull();
    }

    @Test
    void aTokenOfOneColumnIsAValueInAnother() {
        assertThat(deliveries
                        .read(HEADER + "patient,3,999,2,1,65,40,\n")
                        .session()
                        .patientKey())
                .isEqualTo(new TextKeying().patient("test", "3-999"));
    }

    @Test
    void aMissingPartMakesAJoinedIdMissing() {
        assertThat(deliveries.read(HEADER + "patient,NA,14,2,1,65,40,\n").reasons())
                .containsExactly("1 patient_id missing_value");
    }

    @Test
    void theJoinKeepsIdsApart() {
        Reading reading = deliveries.read(HEADER + "patient,1,11,2,1,65,40,\n" + "patient,11,1,2,1,65,40,\n");
        assertThat(reading.sessions().stream().map(Session::patientKey).distinct())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0-9", "9, 0-9", "10, 10-19", "89.9, 80-89", "90, 90+", "104, 90+"})
    void agesFallIntoTensAndFromNinetyOnIntoOneBand(String age, String band) {
        assertThat(deliveries
                        .read(HEADER + "patient,3,14,2,1," + age + ",40,\n")
                        .session()
                        .ageBand())
                .isEqualTo(band);
    }

    @Test
    void aScaledScoreMustStillBeOnTheGrid() {
        assertThat(deliveries.read(HEADER + "patient,3,14,2,1,65,45,\n").reasons())
                .containsExactly("1 pain_before off_grid");
    }

    @Test
    void aColumnOfWhereThatIsMissingRefusesTheFile() {
        assertThat(deliveries.read(HEADER.replace("kind", "kinds")).refusal())
                .isEqualTo("a.csv lacks the needed column 'kind'; did you mean 'kinds'? Rename it or map it.");
    }

    /** One of the patients with back pain was never randomised, so that the technique is missing. */
    @ParameterizedTest
    @CsvSource({
        "ashar,     ashar/Ashar2022_outcomes_demographics.csv, 341,   286,   54, 211 technique missing_value",
        "cdystonia, cdystonia/cdystonia.csv,                   631,   631,   0,  ''",
        "nhs-hip,   nhs-proms/hip-provider-1819.csv.gz,        41280, 41280, 0,  ''"
    })
    void readsThePublicFilesWithoutLosingARecord(
            String mapping, String file, long parsed, long stored, long filtered, String reason) throws IOException {
        Path path = Path.of("../shared/data", file);
        assumeTrue(Files.exists(path), () -> "skipped: no " + path);
        Path jobs = Path.of("jobs");
        Settings settings = SettingsReader.read(
                List.of(jobs.resolve("outcomes.yaml"), jobs.resolve("mappings/" + mapping + ".settings.yaml")),
                Map.of());
        Reading reading = Deliveries.in(folder)
                .mappedBy(jobs.resolve("mappings/" + mapping + ".yaml"), settings)
                .read(path);
        assertThat(reading.tally()).isEqualTo(new Tally(parsed, stored, parsed - stored - filtered, 0, filtered));
        assertThat(String.join(", ", reading.reasons())).isEqualTo(reason);
    }
}
