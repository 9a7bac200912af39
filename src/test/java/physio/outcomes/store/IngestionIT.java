package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static physio.outcomes.store.TestStore.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.FileRule;
import physio.outcomes.ingest.Tally;

/** What deliveries do to the store; tests of INPUTS.md are named with their row. */
@ExtendWith(SparkTest.class)
class IngestionIT {
    private static final String MAY = csv("s1 2024-05-01 7", "s2 2024-05-08 6");

    private final TestStore store;

    IngestionIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder);
    }

    @Test
    void row01TheSameFileAgainChangesNothing() {
        store.inbox("may.csv", MAY).ingest();
        StoreState before = store.state();
        IngestResult again = store.ingest();
        assertThat(again.notices()).containsExactly("may.csv is in the store already");
        assertThat(again.deliveries()).isEmpty();
        assertThat(again.refusals()).isEmpty();
        assertThat(store.state()).isEqualTo(before);
    }

    @Test
    void row02TheSameBytesUnderAnotherNameChangeNothing() {
        store.inbox("may.csv", MAY).ingest();
        StoreState before = store.state();
        assertThat(store.inbox("copy.csv", MAY).ingest().notices())
                .containsExactly("copy.csv holds the same bytes as may.csv, which is in the store already");
        assertThat(store.state()).isEqualTo(before);
    }

    @Test
    void row02TheSameBytesTwiceInOneRunGoInOnce() {
        IngestResult result = store.inbox("a.csv", MAY, "b.csv", MAY).ingest();
        assertThat(result.deliveries()).hasSize(1);
        assertThat(result.notices()).hasSize(1);
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6");
    }

    @Test
    void row03ACorrectedFileReplacesTheEarlierOne() {
        store.inbox("may.csv", MAY).ingest();
        IngestResult result = store.inbox("may.csv", csv("s1 2024-05-01 7", "s2 2024-05-08 5"))
                .ingest();
        assertThat(result.deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.replaces()).hasValue(1));
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 5");
        assertThat(store.state().current()).hasSize(1);
    }

    @Test
    void row03AFileOfTheSameNameThatSharesNoSessionIsRefusedUnlessReplacing() {
        store.inbox("export.csv", MAY).ingest();
        store.inbox("export.csv", csv("s9 2024-06-01 3"));
        assertThat(store.ingest().refusals())
                .containsExactly("export.csv has the name of an earlier file but shares no session with it;"
                        + " give it another name, or --replace to let it take that file's place.");
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6");
        assertThat(store.dataFiles("sessions")).hasSize(1);
        assertThat(store.ingestReplacing().refusals()).isEmpty();
        assertThat(store.sessions()).containsExactly("2024-06-01 3");
    }

    /** The shared session stands in the other file too, which is the later one and so the one that counts. */
    @Test
    void row03ACorrectionOfAFileWhoseSessionsALaterFileHoldsTooIsNoStranger() {
        store.inbox("a.csv", csv("s1 2024-05-01 7")).ingest();
        store.inbox("b.csv", csv("s1 2024-05-01 6")).ingest();
        assertThat(store.inbox("a.csv", csv("s1 2024-05-01 5")).ingest().refusals())
                .isEmpty();
        assertThat(store.sessions()).containsExactly("2024-05-01 5");
    }

    @Test
    void row04RowsThatACorrectionLacksAreGone() {
        store.inbox("may.csv", MAY).ingest();
        store.inbox("may.csv", csv("s2 2024-05-08 6")).ingest();
        assertThat(store.sessions()).containsExactly("2024-05-08 6");
    }

    @Test
    void row05AnOlderVersionIsRefusedUnlessForced() {
        store.inbox("may.csv", MAY).ingest();
        store.inbox("may.csv", csv("s1 2024-05-01 5")).ingest();
        assertThat(store.inbox("may.csv", MAY).ingest().refusals())
                .containsExactly("may.csv is an older version of a file that was corrected since;"
                        + " give --force to go back to it.");
        assertThat(store.sessions()).containsExactly("2024-05-01 5");
        assertThat(store.ingestForced().refusals()).isEmpty();
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6");
    }

    @Test
    void row09TheLaterDeliveryOfASessionCountsAndTheEarlierReturnsWhenItGoes() {
        store.inbox("a.csv", MAY).ingest();
        IngestResult later =
                store.inbox("b.csv", csv("s2 2024-05-08 1", "s3 2024-05-15 4")).ingest();
        assertThat(later.deliveries().get(0).overlapping()).isEqualTo(1);
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 1", "2024-05-15 4");
        store.inbox("b.csv", csv("s3 2024-05-15 4")).ingest();
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6", "2024-05-15 4");
    }

    @Test
    void row09ACorrectionOfTheLaterDeliveryStillHidesTheEarlier() {
        store.inbox("a.csv", MAY).ingest();
        store.inbox("b.csv", csv("s2 2024-05-08 1")).ingest();
        store.inbox("b.csv", csv("s2 2024-05-08 2")).ingest();
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 2");
    }

    @Test
    void row09OfTwoFilesOfOneRunTheLaterPathCounts() {
        store.inbox("b.csv", csv("s1 2024-05-01 2"), "a.csv", csv("s1 2024-05-01 1"))
                .ingest();
        assertThat(store.sessions()).containsExactly("2024-05-01 2");
    }

    @Test
    void row05AnOlderVersionUnderAnotherNameIsRefusedToo() {
        store.inbox("may.csv", MAY).ingest();
        store.inbox("may.csv", csv("s1 2024-05-01 7")).ingest();
        assertThat(store.inbox("copy.csv", MAY).ingest().refusals())
                .containsExactly("copy.csv is an older version of a file that was corrected since;"
                        + " give --force to go back to it.");
    }

    @Test
    void aRunThatWasRefusedBindsNoSettings() {
        store.inbox("may.csv", "nothing,of,this\n").ingestWith(TestStore.settings("0.5"));
        assertThat(store.inbox("may.csv", MAY)
                        .ingestWith(TestStore.settings("1"))
                        .refusals())
                .isEmpty();
        assertThat(store.sessions()).hasSize(2);
    }

    @Test
    void row12AHeaderWithoutRecordsIsTakenWithAWarning() {
        IngestResult result = store.inbox("empty.csv", csv()).ingest();
        assertThat(result.warnings()).containsExactly("empty.csv holds a header and no record");
        assertThat(store.state().current())
                .extracting(Delivery::remarks)
                .contains(List.of(new Remark(FileRule.NO_RECORDS, "")));
        assertThat(result.tally()).isEqualTo(Tally.ZERO);
        assertThat(store.sessions()).isEmpty();
        assertThat(store.ingest().notices()).containsExactly("empty.csv is in the store already");
    }

    @Test
    void aRefusedFileLeavesNoDataFileAndTheOthersGoIn() {
        String broken = MAY + "s3,p1,C1,2024-05-09,dtm,\n".repeat(2) + "s4,p1,C1,2024-05-09,dtm,11\n".repeat(19);
        IngestResult result = store.inbox("a.csv", MAY, "b.csv", broken, "c.csv", csv("s9 2024-04-01 3"))
                .ingest();
        assertThat(result.refusals())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).startsWith("b.csv would lose 21 of 23 records"));
        assertThat(result.deliveries().stream().map(Delivery::number)).containsExactly(1, 3);
        assertThat(store.sessions()).containsExactly("2024-04-01 3", "2024-05-01 7", "2024-05-08 6");
        assertThat(store.dataFiles("sessions")).hasSize(2);
    }

    /** The first reading of such a file is thrown away. */
    @Test
    void row08AConflictLeavesNoDataFileOfTheFirstReading() {
        store.inbox("a.csv", csv("s1 2024-05-01 7", "s2 2024-05-02 5", "s1 2024-05-01 6"))
                .ingest();
        assertThat(store.sessions()).containsExactly("2024-05-02 5");
        assertThat(store.quarantine())
                .containsExactly("1 2 1 session_id conflicting_session", "1 4 3 session_id conflicting_session");
        assertThat(store.dataFiles("sessions")).hasSize(1);
        assertThat(store.dataFiles("quarantine")).hasSize(1);
    }

    @Test
    void aCorrectionClearsTheQuarantineOfTheEarlierFileToo() {
        store.inbox("a.csv", csv("s1 2024-05-01 7", "s2 2024-05-08 11")).ingest();
        assertThat(store.quarantine()).containsExactly("1 3 2 pain_before out_of_range");
        store.inbox("a.csv", csv("s1 2024-05-01 7", "s2 2024-05-08 10")).ingest();
        assertThat(store.quarantine()).isEmpty();
    }

    @Test
    void theRecordOfARunHoldsTheConservationLaw() throws IOException {
        store.inbox("a.csv", csv("s1 2024-05-01 7", "s1 2024-05-01 7", "s2 2024-05-08 11"))
                .ingest();
        String record = Files.readString(store.folder().resolve("runs/000001.json"));
        assertThat(record)
                .contains("\"run\" : 1", "\"name\" : \"a.csv\"", "\"sha256\" : \"")
                .contains(
                        "\"parsed\" : 3",
                        "\"stored\" : 1",
                        "\"quarantined\" : 1",
                        "\"duplicates\" : 1",
                        "\"filtered\" : 0");
    }

    @Test
    void knowsTheDaysOfTheFirstAndLastSession() {
        store.inbox("a.csv", MAY, "b.csv", csv("s3 2023-12-31 3")).ingest();
        assertThat(store.state().firstDate()).hasValue(LocalDate.of(2023, 12, 31));
        assertThat(store.state().lastDate()).hasValue(LocalDate.of(2024, 5, 8));
    }

    @Test
    void theStepOfStoredScoresCannotChange() {
        store.inbox("a.csv", MAY).ingest();
        store.inbox("b.csv", csv("s3 2024-05-09 3"));
        assertThatThrownBy(() -> store.ingestWith(TestStore.settings("0.5")))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot change the step of measure 'pain' from 1 to 0.5: the store's scores are counted in"
                        + " it. Give the measure another name, or use another store.");
    }
}
