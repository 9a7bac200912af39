package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.catalogue.CanonicalColumns;

/** Columns of several names, and a column for each technique. */
class AliasesAndFlagsTest {
    private static final String NEEDED = """
            csv: {missing: ["-"]}
            columns:
              session_id: {row: true}
              patient_id: {from: id}
              clinic_id: {constant: C07}
              session_date: {constant: 2024-05-01}
            """;
    private static final String ALIASES = NEEDED + """
              technique: {constant: dtm}
              pain_before: {from: pain_before, aliases: ["VAS vorher", vas_pre]}
            """;
    private static final String FLAGS = NEEDED + """
              technique: {flags: {Strokes: sweep, Deep: dtm, Deeper: dtm, MFR: Myofascial release}, yes: [Ja, x, "1"], no: [nein, "0"]}
            """;

    private final Deliveries deliveries;

    AliasesAndFlagsTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pain_before", "VAS vorher", "vas_pre"})
    void readsAColumnByWhicheverOfItsNamesTheHeaderHas(String name) {
        Session session =
                deliveries.mapped(ALIASES).read("id," + name + "\np1,7\n").session();
        assertThat(session.scores()).containsExactly(7, null, null);
    }

    @Test
    void twoNamesOfOneColumnInAHeaderRefuseTheFile() {
        assertThat(deliveries
                        .mapped(ALIASES)
                        .read("id,vas_pre,VAS vorher\np1,7,6\n")
                        .refusal())
                .isEqualTo(
                        "a.csv has both 'VAS vorher' and 'vas_pre', which the mapping takes for pain_before; take one"
                                + " of them out of the mapping's aliases and leave it out on purpose (ignore).");
    }

    @Test
    void row16NamesTheFirstNameOfAMissingColumn() {
        assertThat(deliveries.mapped(ALIASES).read("id,vas\np1,7\n").refusal())
                .isEqualTo("a.csv lacks the needed column 'pain_before'. Rename it or map it.");
    }

    @ParameterizedTest
    @CsvSource({
        "'ja,nein,,',    sweep",
        "'JA,x,1,0',     dtm+sweep",
        "'-,,X,ja',      dtm+mfr",
        "'x,x,x,x',      dtm+mfr+sweep",
    })
    void joinsTheTechniquesOfAllColumnsThatSayYes(String flags, String technique) {
        assertThat(flagged(flags).session().technique()).isEqualTo(technique);
    }

    @ParameterizedTest
    @ValueSource(strings = {",,,", "nein,0,NEIN,-"})
    void noTechniqueAtAllIsAMissingOne(String flags) {
        assertThat(flagged(flags).reasons()).containsExactly("1 technique missing_value");
    }

    /** Also a text that names a technique: it says neither yes nor no. */
    @ParameterizedTest
    @ValueSource(strings = {"vielleicht", "dtm", "2", "yes"})
    void whatSaysNeitherYesNorNoGoesToQuarantine(String text) {
        assertThat(flagged("ja," + text + ",,").reasons()).containsExactly("1 technique unknown_technique");
    }

    @Test
    void row16RefusesAFileThatLacksOneOfTheTechniques() {
        assertThat(deliveries
                        .mapped(FLAGS)
                        .read("id,Strokes,Deep,Deepr\np1,x,,\n")
                        .refusal())
                .isEqualTo("a.csv lacks the needed column 'Deeper'; did you mean 'Deepr'? Rename it or map it.");
    }

    @Test
    void theCatalogueKnowsEveryAttendance() {
        assertThat(Arrays.stream(Attendance.values()).map(Attendance::code))
                .containsExactlyElementsOf(CanonicalColumns.ATTENDANCES);
    }

    private Reading flagged(String flags) {
        return deliveries.mapped(FLAGS).read("id,Strokes,Deep,Deeper,MFR\np1," + flags + "\n");
    }
}
