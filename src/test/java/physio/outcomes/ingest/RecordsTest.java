package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static physio.outcomes.ingest.Deliveries.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of whole records; each test is named with its row of INPUTS.md. */
class RecordsTest {
    private static final String FIRST = "s1,p1,C1,2024-05-01,dtm,7,4";
    private static final String SECOND = "s2,p1,C1,2024-05-08,dtm,6,5";

    private final Path folder;
    private final Deliveries deliveries;

    RecordsTest(@TempDir Path folder) {
        this.folder = folder;
        this.deliveries = Deliveries.in(folder);
    }

    @Test
    void row07CountsAnIdenticalRecordOnce() {
        Reading reading = deliveries.read(file(FIRST, SECOND, FIRST));
        assertThat(reading.tally()).isEqualTo(new Tally(3, 2, 0, 1, 0));
        assertThat(reading.sessions()).hasSize(2);
    }

    @Test
    void row08QuarantinesBothRecordsOfOneSessionThatDiffer() {
        Reading reading = deliveries.read(file(FIRST, SECOND, "s1,p1,C1,2024-05-01,dtm,7,3"));
        assertThat(reading.reasons())
                .containsExactly("1 session_id conflicting_session", "3 session_id conflicting_session");
        assertThat(reading.tally()).isEqualTo(new Tally(3, 1, 2, 0, 0));
        assertThat(reading.sessions()).hasSize(1);
    }

    @Test
    void row08CondemnsTheIdenticalRecordOfAConflictToo() {
        Reading reading = deliveries.read(file(FIRST, FIRST, "s1,p1,C1,2024-05-01,dtm,7,3"));
        assertThat(reading.tally()).isEqualTo(new Tally(3, 0, 3, 0, 0));
    }

    @Test
    void nothingOfAnErasedPatientIsTakenNorKeptInQuarantine() {
        Reading reading = deliveries.read(file(
                FIRST,
                "s1,erased,C1,2024-05-01,dtm,7,3",
                "s3,erased,C1,2024-05-02,dtm,7,3",
                "s3,erased,C1,2024-05-02,dtm,7,3",
                "s4, erased ,C1,2024-05-03,dtm,99,3"));
        assertThat(reading.tally()).isEqualTo(new Tally(5, 1, 0, 0, 0, 4));
        assertThat(reading.sessions()).hasSize(1);
        assertThat(reading.reasons()).isEmpty();
    }

    @Test
    void aSessionIdCountsWithinItsClinic() {
        Reading reading = deliveries.read(file(FIRST, "s1,p1,C2,2024-05-01,dtm,7,3"));
        assertThat(reading.tally()).isEqualTo(new Tally(2, 2, 0, 0, 0));
    }

    @Test
    void row10RefusesAFileThatGrewSinceItWasListed() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), file(FIRST));
        DeliveredFile listed =
                DeliveredFiles.find(List.of(path.toString()), "test").files().get(0);
        Files.writeString(path, file(FIRST, SECOND));
        assertThat(deliveries.read(listed).refusal())
                .isEqualTo("a.csv changed while it was read; wait until it is complete, then run again.");
    }

    @Test
    void row10RefusesAFileOfTheSameSizeWithOtherBytes() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), file(FIRST));
        DeliveredFile listed =
                DeliveredFiles.find(List.of(path.toString()), "test").files().get(0);
        Files.writeString(path, file(FIRST).replace("7,4", "7,5"));
        assertThat(deliveries.read(listed).refusal()).contains("changed while it was read");
    }

    @Test
    void row19QuarantinesTooFewAndTooManyFields() {
        Reading reading = deliveries.read(file("s1,p1,C1,2024-05-01,dtm,7", FIRST + ",9", SECOND));
        assertThat(reading.reasons()).containsExactly("1 field_count", "2 field_count");
        assertThat(reading.tally()).isEqualTo(new Tally(3, 1, 2, 0, 0));
    }

    @Test
    void row22AQuotedNewlineIsOneRecordAndTheNextHasItsTrueLine() {
        Reading reading = deliveries.read(file("\"s1\n\",p1,C1,2024-05-01,dtm,7,4", "s2,p1,C1,2024-05-08,dtm,11,5"));
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.record()).isEqualTo(2);
        });
    }

    @Test
    void aFindingNamesLineRecordColumnAndPatientButNoValue() {
        Finding finding = deliveries
                .read(file(FIRST, "s2,p1,C1,2024-05-08,dtm,11,5"))
                .findings()
                .get(0);
        long patient = new TextKeying().patient("test", "p1");
        assertThat(finding).isEqualTo(new Finding(3, 2, "pain_before", ReasonCode.OUT_OF_RANGE, patient));
        assertThat(finding.reason().sentence()).isEqualTo("the number lies outside its range");
    }

    @Test
    void eachWrongColumnOfARecordIsAFindingButTheRecordCountsOnce() {
        Reading reading = deliveries.read(file("s1,p1,C1,2024-02-30,xyz,x,4"));
        assertThat(reading.reasons())
                .containsExactlyInAnyOrder(
                        "1 session_date bad_date", "1 technique unknown_technique", "1 pain_before bad_number");
        assertThat(reading.tally()).isEqualTo(new Tally(1, 0, 1, 0, 0));
    }

    @Test
    void aNeededValueMustBeThere() {
        assertThat(deliveries.read(file("s1,,C1,,dtm,7,4")).reasons())
                .containsExactly("1 patient_id missing_value", "1 session_date missing_value");
    }

    @Test
    void row39StoresAScoreAfterWithoutOneBeforeAndCountsIt() {
        Reading reading = deliveries.read(file("s1,p1,C1,2024-05-01,dtm,,4", SECOND));
        assertThat(reading.tally().stored()).isEqualTo(2);
        assertThat(reading.sessions().get(0).scores()).containsExactly(null, 4, null);
        assertThat(reading.warnings())
                .containsExactly("has 1 record with a score of pain after the session and none before it");
    }

    @Test
    void takesOneBadRecordInTwentyButNotMore() {
        List<String> records = new ArrayList<>(IntStream.rangeClosed(1, 38)
                .mapToObj(i -> "s" + i + ",p1,C1,2024-05-01,dtm,7,4")
                .toList());
        records.addAll(List.of("x1,p1,C1,2024-05-01,dtm,11,4", "x2,p1,C1,2024-05-01,dtm,12,4"));
        assertThat(deliveries.read(file(records.toArray(String[]::new))).tally())
                .isEqualTo(new Tally(40, 38, 2, 0, 0));
        records.remove(0);
        assertThat(deliveries.read(file(records.toArray(String[]::new))).refusal())
                .isEqualTo("a.csv would lose 2 of 39 records to quarantine (out_of_range 2 times), more than the 5% of"
                        + " ingest.max_rejected_share: the mapping is probably wrong, or the file damaged."
                        + " 'outcomes check' shows each finding with its remedy.");
    }

    @Test
    void takesAFileOfTwentyRecordsHoweverManyAreBad() {
        String[] bad = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "s" + i + ",p1,C1,2024-05-01,dtm,11,4")
                .toArray(String[]::new);
        assertThat(deliveries.read(file(bad)).tally()).isEqualTo(new Tally(20, 0, 20, 0, 0));
    }

    @Test
    void noRecordIsLostOrMadeUp() {
        assertThatThrownBy(() -> new Tally(5, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Records lost or made up: 5 parsed, 1 stored, 1 quarantined, 1 duplicates, 1 filtered, 0 erased");
        assertThat(new Tally(5, 2, 1, 1, 1).without(1, 1)).isEqualTo(new Tally(5, 1, 0, 1, 1, 2));
        assertThat(new Tally(5, 1, 0, 1, 1, 2).received()).isEqualTo(3);
        assertThat(new Tally(4, 1, 1, 1, 1).plus(new Tally(2, 2, 0, 0, 0))).isEqualTo(new Tally(6, 3, 1, 1, 1));
    }

    @Test
    void theOrderOfRecordsChangesNoSession() {
        List<String> records = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(i ->
                        "s" + i + ",p" + i % 7 + ",C" + i % 3 + ",2024-05-0" + (1 + i % 9) + ",dtm," + i % 11 + ",4")
                .toList());
        records.add("s3,p3,C0,2024-05-01,dtm,0,0");
        records.add("s9,p2,C0,2024-05-01,dtm,9,4");
        Reading inOrder = deliveries.read(file(records.toArray(String[]::new)));
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(records, new Random(seed));
            Reading shuffled = deliveries.read(file(records.toArray(String[]::new)));
            assertThat(shuffled.sorted()).isEqualTo(inOrder.sorted());
            assertThat(shuffled.tally()).isEqualTo(inOrder.tally());
        }
        assertThat(inOrder.tally()).isEqualTo(new Tally(202, 199, 2, 1, 0));
    }
}
