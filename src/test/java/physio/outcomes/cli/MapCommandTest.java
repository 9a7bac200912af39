package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code outcomes map}, as an analyst meets it. */
class MapCommandTest {
    private static final String EXPORT = """
            Sitzungs-Nr;Patienten-Nr;Praxis;Datum;Technik;VAS vorher
            1;person-9;A;2.5.2024;Knetung;70
            2;person-8;A;13.5.2024;PNF;100
            """;

    private final Place place;

    MapCommandTest(@TempDir Path folder) {
        this.place = Place.in(folder);
    }

    @Test
    void aDraftGoesToStandardOutputAndWhatIsNextToTheOther() {
        Path file = place.deliver("may.csv", EXPORT);
        Ended ended = place.command("map", file.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("# A draft of a mapping, made from the header and 2 records of may.csv.\n")
                .contains("  pain_before: {from: VAS vorher, scale: 0.1} ")
                .doesNotContain("person-");
        assertThat(ended.err())
                .endsWith("Confirm each line of the draft. Save it to a file (--out DRAFT does), then: outcomes check "
                        + file + " --mapping DRAFT\n");
        assertThat(place.store()).doesNotExist();
    }

    @Test
    void aDraftThatIsSavedIsWhatCheckTakes() {
        Path file = place.deliver("may.csv", EXPORT);
        Path draft = place.inbox().resolve("draft.yaml");
        Ended ended = place.command("map", file.toString(), "--out", draft.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .endsWith("Confirm each line of the draft. Draft: " + draft + ". Then: outcomes check " + file
                        + " --mapping " + draft + "\n");
        Ended checked = place.command("check", file.toString(), "--mapping", draft.toString());
        assertThat(checked.out())
                .endsWith(
                        "may.csv: would be accepted: 2 records = 2 stored + 0 quarantined + 0 duplicates + 0 filtered\n");
        assertThat(checked.code()).isZero();
    }

    @Test
    void whatSomebodyMayHaveConfirmedIsNotOverwritten() throws IOException {
        Path file = place.deliver("may.csv", EXPORT);
        Path draft = place.deliver("draft.yaml", "mine");
        Ended ended = place.command("map", file.toString(), "--out", draft.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .endsWith(
                        "Error: Cannot write " + draft + ": it is there already; remove it or choose another name.\n");
        assertThat(Files.readString(draft)).isEqualTo("mine");
    }

    @Test
    void aCanonicalFileNeedsNoMapping() {
        Path file = place.deliver("may.csv", """
                session_id,patient_id,clinic_id,session_date,technique,pain_before
                s1,p1,C1,2024-05-01,effleurage,7
                """);
        Ended ended = place.command("map", file.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .endsWith(file + " is canonical as far as the sample shows: it needs no mapping. Next: outcomes check "
                        + file + "\n");
    }

    @Test
    void aFileThatIsNotThereIsAMistake() {
        Ended ended = place.command("map", "nowhere.csv");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .endsWith("Error: Cannot read nowhere.csv: it is not there, or not a plain file; check the path.\n");
    }
}
