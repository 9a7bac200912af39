package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.ingest.Deliveries.file;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files by their first lines; each test is named with its row of INPUTS.md. */
class HeaderRowsTest {
    private static final String RECORD = "s1,p1,C1,2024-05-01,dtm,7,4";

    private final Deliveries deliveries;

    HeaderRowsTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @Test
    void row11RefusesAnEmptyFile() {
        assertThat(deliveries.read("").refusal()).isEqualTo("a.csv is empty; ask for it again.");
    }

    @Test
    void row12TakesAHeaderWithoutRecordsAndWarns() {
        Reading reading = deliveries.read(file());
        assertThat(reading.tally()).isEqualTo(Tally.ZERO);
        assertThat(reading.warnings()).containsExactly("holds a header and no record");
    }

    @Test
    void row13RefusesAFileWithoutAHeaderAndShowsNoneOfItsValues() {
        assertThat(deliveries.read(RECORD + "\n").refusal())
                .isEqualTo(
                        "a.csv has no header with the needed columns session_id, patient_id, clinic_id,"
                                + " session_date, technique; give a --mapping, which 'outcomes map' drafts, or skip lines before the header with one.");
    }

    @Test
    void row14RefusesADuplicateHeader() {
        assertThat(deliveries
                        .read(file(RECORD).replace("pain_after", "pain_before"))
                        .refusal())
                .isEqualTo("a.csv has a column twice in its header; rename or remove one of them.");
    }

    @Test
    void row15RefusesAColumnThatNoMappingKnowsAndSaysHowToLeaveItOut() {
        assertThat(deliveries
                        .read(file(RECORD).replace("pain_after", "remarks"))
                        .refusal())
                .isEqualTo("a.csv has the column 'remarks', which no mapping knows and which may identify somebody;"
                        + " map it, or leave it out on purpose (ignore: [remarks]).");
    }

    @Test
    void row15ShowsNoDigitsOfAHeaderThatMayBeARecord() {
        assertThat(deliveries
                        .read(file(RECORD).replace("pain_after", "9434765919"))
                        .refusal())
                .contains("'??????????'")
                .doesNotContain("9434765919");
    }

    @Test
    void row16RefusesAFileThatLacksANeededColumnAndNamesTheNearMiss() {
        assertThat(deliveries
                        .read(file(RECORD).replace("technique", "techniqe"))
                        .refusal())
                .isEqualTo("a.csv lacks the needed column 'technique'; did you mean 'techniqe'? Rename it or map it.");
    }

    @Test
    void row16EndsItsSentenceWithoutANearMissToo() {
        assertThat(deliveries
                        .read(file(RECORD).replace("technique", "treatment"))
                        .refusal())
                .isEqualTo("a.csv lacks the needed column 'technique'. Rename it or map it.");
    }

    @Test
    void row17TheOrderOfColumnsChangesNothing() {
        Reading inOrder = deliveries.read(file(RECORD));
        Reading turned = deliveries.read("""
                pain_after,technique,clinic_id,patient_id,session_date,session_id,pain_before
                4,dtm,C1,p1,2024-05-01,s1,7
                """);
        assertThat(turned.session()).isEqualTo(inOrder.session());
    }

    @Test
    void row18RefusesAPreamble() {
        assertThat(deliveries.read("Export of clinic C1\n" + file(RECORD)).refusal())
                .startsWith("a.csv has one column only");
        assertThat(deliveries.read("Export,C1\n" + file(RECORD)).refusal())
                .startsWith("a.csv has no header with the needed columns");
    }

    @Test
    void row18TakesAPreambleThatTheMappingDeclaresAndKeepsItsLineNumbers() {
        Deliveries skipping = deliveries.mapped("""
                csv: {skip_lines: 2}
                columns:
                  session_id: {from: session_id}
                  patient_id: {from: patient_id}
                  clinic_id: {from: clinic_id}
                  session_date: {from: session_date}
                  technique: {from: technique}
                  pain_before: {from: pain_before}
                  pain_after: {from: pain_after}
                """);
        Reading reading = skipping.read("Export\r\nof 2024\r\n" + file(RECORD, "s2,p1,C1,2024-05-08,dtm,11,4"));
        assertThat(reading.sessions()).hasSize(1);
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(5));
    }

    @Test
    void row31RefusesTenThousandColumns() {
        String names = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThat(deliveries
                        .read("session_id,patient_id,clinic_id,session_date,technique," + names + "\n")
                        .refusal())
                .isEqualTo(
                        "a.csv has 10005 columns, more than the 1000 that are read; leave out those that are not needed.");
    }
}
