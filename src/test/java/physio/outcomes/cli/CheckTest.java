package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} prints and how it ends. */
class CheckTest {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";
    private static final String CLEAN = HEADER + "session-7,person-9,C1,2024-05-01,effleurage,7,3\n";
    private static final String WRONG = "session-8,person-9,C1,2024-05-08,efleurage,14,3\n";

    private final Path folder;
    private final Place place;

    CheckTest(@TempDir Path folder) {
        this.folder = folder;
        this.place = Place.in(folder);
    }

    @Test
    void findsNothingInACleanFileAndStoresNothing() {
        place.deliver("may.csv", CLEAN);
        Ended ended = place.take("check");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("rule                      status        tested        failed\nmissing_value ")
                .contains("not applicable, nothing to test: ")
                .doesNotContain("error")
                .endsWith("\nmay.csv: would be accepted: 1 record = 1 stored + 0 quarantined + 0 duplicates + 0"
                        + " filtered\n");
        assertThat(place.store()).doesNotExist();
    }

    @Test
    void refusesTwoFilesOfOneNameAsIngestDoes() throws IOException {
        Path north = Files.createDirectories(folder.resolve("north"));
        Path south = Files.createDirectories(folder.resolve("south"));
        Files.writeString(north.resolve("may.csv"), CLEAN);
        Files.writeString(south.resolve("may.csv"), CLEAN.replace("session-7", "session-6"));
        Ended ended = place.command("check", north.toString(), south.toString());
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out())
                .contains("may.csv: would be refused: it comes twice in this run with different content;");
    }

    @Test
    void saysFileLineColumnAndCodeOfEachFindingWithItsRemedyAndNeverAValue() {
        place.deliver("may.csv", CLEAN + WRONG);
        Ended ended = place.take("check");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("""
                may.csv:3:technique: error: unknown_technique: the technique is neither a code nor a synonym in the catalogue; did you mean 'effleurage'?
                    help: correct the spelling, or add it to the settings as a technique or as a synonym of one
                may.csv:3:pain_before: error: out_of_range: the number lies outside its range
                    help: correct the number; if the scale is another one, give its factor in the mapping (scale: 0.1)
                rule                      status        tested        failed
                out_of_range              fail               4             1
                unknown_technique         fail               2             1
                """);
        assertThat(ended.out() + ended.err()).doesNotContain("session-8", "person-9", "efleurage,", " 14");
    }

    @Test
    void namesTheFilesOwnColumnBeforeTheCanonicalOne() throws IOException {
        place.deliver("may.csv", "p,vas\nperson-9,11\n");
        Path mapping = Files.writeString(folder.resolve("m.yaml"), """
                columns:
                  session_id: {row: true}
                  patient_id: {from: p}
                  clinic_id: {constant: C1}
                  session_date: {constant: 2024-05-01}
                  technique: {constant: effleurage}
                  pain_before: {from: vas}
                """);
        Ended ended = place.command("check", place.inbox().toString(), "--mapping", mapping.toString());
        assertThat(ended.out()).startsWith("may.csv:2:vas (pain_before): error: out_of_range: ");
    }

    @Test
    void endsWithThreeWhenAFileWouldBeRefusedAndStillChecksTheOthers() {
        place.deliver("april.csv", "session_id,patient_id\nsession-7,person-9\n");
        place.deliver("may.csv", CLEAN);
        Ended ended = place.take("check");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out())
                .contains("\napril.csv: would be refused: it lacks the needed column 'clinic_id'")
                .contains("\nmay.csv: would be accepted: 1 record = 1 stored")
                .contains("bad_date                  error              1             0")
                .doesNotContain("session-7", "person-9");
    }

    @Test
    void countsFindingsOfOneKindAndShowsTheFirstFive() {
        place.deliver("may.csv", HEADER + WRONG.repeat(21).replace("3\n", "5\n"));
        Ended ended = place.take("check");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out().lines().filter(line -> line.contains(":technique: error: unknown_technique: ")))
                .hasSize(5);
        assertThat(ended.out())
                .contains("    and 16 more\n    help: ")
                .contains("may.csv: would be refused: it would lose 21 of 21 records to quarantine")
                .doesNotContain("session-8", "person-9", "efleurage,");
    }

    @Test
    void printsOneJsonDocumentForPrograms() throws IOException {
        place.deliver("april.csv", "session_id,patient_id\nsession-7,person-9\n");
        place.deliver("may.csv", CLEAN + WRONG);
        Ended ended = place.command("check", place.inbox().toString(), "--format", "json");
        assertThat(ended.code()).isEqualTo(3);
        JsonNode root = new ObjectMapper().readTree(ended.out());
        assertThat(root.path("schema_version").asInt()).isEqualTo(1);
        assertThat(root.at("/files/0/outcome").asText()).isEqualTo("refused");
        assertThat(root.at("/files/0/why").asText()).startsWith("lacks the needed column");
        assertThat(root.at("/files/1/outcome").asText()).isEqualTo("accepted");
        assertThat(root.at("/files/1/tally/quarantined").asInt()).isEqualTo(1);
        assertThat(root.at("/files/1/findings/0/code").asText()).isEqualTo("unknown_technique");
        assertThat(root.at("/files/1/findings/0/first/0/line").asInt()).isEqualTo(3);
        assertThat(root.at("/files/1/findings/0/first/0/nearest").asText()).isEqualTo("effleurage");
        assertThat(root.at("/rules/0/status").asText()).isEqualTo("error");
        assertThat(ended.out()).doesNotContain("session-", "person-9", "efleurage\"");
        assertThat(place.command("check", place.inbox().toString(), "--format", "json")
                        .out())
                .isEqualTo(ended.out());
    }
}
