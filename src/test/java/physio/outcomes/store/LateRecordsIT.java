package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Releases.ClinicMonth;
import physio.outcomes.store.Releases.Release;

/** May of two clinics is released; then something of it changes. A change of one to four patients must not be seen beside what was released. */
@ExtendWith(SparkTest.class)
class LateRecordsIT {
    private static final YearMonth MAY = YearMonth.of(2024, 5);
    private static final YearMonth JUNE = YearMonth.of(2024, 6);
    private static final ClinicMonth C1_MAY = new ClinicMonth("C1", MAY);
    private static final int FEWEST = 5;
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";

    private final SparkSession spark;
    private final TestStore store;

    LateRecordsIT(SparkSession spark, @TempDir Path folder) {
        this.spark = spark;
        this.store = new TestStore(spark, folder);
    }

    @BeforeEach
    void releaseMay() {
        store.inbox("may.csv", csv("a", "C1", MAY, 8) + lines("b", "C2", MAY, 8))
                .ingest();
        release(MAY, Map.of());
    }

    @Test
    void whatNobodyHasSeenIsShownAtOnce() {
        store.inbox("june.csv", csv("c", "C1", JUNE, 1)).ingest();
        assertThat(releasable(JUNE).heldBack()).isEmpty();
        assertThat(count(JUNE)).isEqualTo(17);
    }

    @Test
    void lateRecordsOfFourPatientsWaitForAFifth() {
        store.inbox("late.csv", csv("d", "C1", MAY, 4)).ingest();
        assertThat(releasable(JUNE).heldBack()).containsExactly(Map.entry(C1_MAY, 1));
        assertThat(count(JUNE)).isEqualTo(16);
        release(JUNE, releasable(JUNE).heldBack());
        store.inbox("later.csv", csv("e", "C1", MAY, 1)).ingest();
        assertThat(releasable(JUNE).heldBack()).isEmpty();
        assertThat(count(JUNE)).isEqualTo(21);
    }

    @Test
    void anotherClinicsMonthDoesNotWaitWithIt() {
        store.inbox("late.csv", csv("d", "C1", MAY, 1) + lines("e", "C2", MAY, 5))
                .ingest();
        assertThat(releasable(JUNE).heldBack()).containsOnlyKeys(C1_MAY);
        assertThat(count(JUNE)).isEqualTo(21);
    }

    /** The whole file comes again, but one score is all that is new. */
    @Test
    void aCorrectionOfOneScoreWaits() {
        String corrected = (csv("a", "C1", MAY, 8) + lines("b", "C2", MAY, 8)).replaceFirst(",7,5\n", ",9,5\n");
        store.inbox("may.csv", corrected).ingest();
        CurrentSessions held = releasable(JUNE);
        assertThat(held.heldBack()).containsExactly(Map.entry(C1_MAY, 1));
        assertThat(held.sessions().where("pain_before = 9").count()).isZero();
        assertThat(count(JUNE)).isEqualTo(16);
    }

    @Test
    void aSessionThatACorrectionWithdrawsStaysUntilMoreAreWithdrawn() {
        store.inbox("may.csv", csv("a", "C1", MAY, 7) + lines("b", "C2", MAY, 8))
                .ingest();
        assertThat(count(JUNE)).isEqualTo(16);
        store.inbox("may.csv", csv("a", "C1", MAY, 3) + lines("b", "C2", MAY, 8))
                .ingest();
        assertThat(releasable(JUNE).heldBack()).isEmpty();
        assertThat(count(JUNE)).isEqualTo(11);
    }

    /** Techniques are told apart in the month that a report is of: five patients, of whom one had another, are not enough. */
    @Test
    void inTheReportedMonthEachTechniqueMustHaveChangedByEnough() {
        String five = csv("d", "C1", MAY, 5);
        store.inbox(
                        "late.csv",
                        five.substring(0, five.lastIndexOf("dtm")) + "pnf"
                                + five.substring(five.lastIndexOf("dtm") + 3))
                .ingestWith(TestStore.settings("1", "dtm: {}, pnf: {}"));
        assertThat(releasable(MAY).heldBack()).containsOnlyKeys(C1_MAY);
        assertThat(releasable(JUNE).heldBack()).isEmpty();
    }

    @Test
    void aStoreThatWentBackBehindAReleaseHoldsNothing() {
        release(MAY, Map.of());
        add(store.openForReading(), new Release(MAY, 7, PrivacyProfile.INTERNAL, false, Map.of()));
        assertThat(releasable(JUNE).heldBack()).isEmpty();
    }

    /** By its number delivery 2 is older than what was shown as of 3, but was not in it. */
    @Test
    void whatComesBackByGoingForwardWaitsLikeWhatIsNew() {
        store.inbox("late.csv", csv("d", "C1", MAY, 1)).ingest();
        store.upkeep().restore(Optional.of(1));
        store.inbox("june.csv", csv("c", "C1", JUNE, 5)).ingest();
        release(JUNE, Map.of());
        store.upkeep().restore(Optional.of(2));
        assertThat(releasable(JUNE).heldBack()).containsExactly(Map.entry(C1_MAY, 3));
        assertThat(count(JUNE)).isEqualTo(16);
    }

    /** Beside the release of May, the clinic's May without the patient would tell what the patient brought. */
    @Test
    void aClinicsMonthThatAPatientWasErasedFromIsNotShownAgain() {
        erase(1);
        assertThat(releasable(JUNE).heldBack()).containsExactly(Map.entry(C1_MAY, Release.NEVER));
        assertThat(releasable(JUNE).withdrawn()).isEqualTo(1);
        assertThat(count(JUNE)).isEqualTo(8);
        assertThatThrownBy(() -> releasable(MAY))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("The report of 2024-05 cannot be made again: a patient was erased");
        release(JUNE, releasable(JUNE).heldBack());
        assertThat(releasable(JUNE).heldBack()).containsOnlyKeys(C1_MAY);
        store.inbox("late.csv", csv("d", "C1", MAY, 9)).ingest();
        assertThat(count(JUNE)).isEqualTo(8);
    }

    /** What is left of a clinic's month is of too few to follow from the total of all. */
    @Test
    void whereFewAreLeftTheMonthOfAllClinicsIsNotShownAgain() {
        erase(4);
        assertThat(releasable(JUNE).heldBack()).containsOnlyKeys(C1_MAY, new ClinicMonth("C2", MAY));
        assertThat(count(JUNE)).isZero();
    }

    @Test
    void whatWasTakenBackOrNeverReleasedIsShownWithoutThePatient() {
        store.inbox("june.csv", csv("a", "C1", JUNE, 1)).ingest();
        erase(1);
        Store open = store.openForReading();
        open.releases()
                .add(
                        new Release(MAY, 2, PrivacyProfile.INTERNAL, true, Map.of()),
                        List.of(),
                        open.releases().memory(PrivacyProfile.INTERNAL).forgotten());
        assertThat(releasable(MAY).heldBack()).isEmpty();
        assertThat(count(JUNE)).isEqualTo(15);
    }

    private void erase(int patients) {
        IntStream.rangeClosed(1, patients).forEach(i -> store.upkeep().erase("clinics", "a" + i, false));
    }

    private void release(YearMonth month, Map<ClinicMonth, Integer> held) {
        Store open = store.openForReading();
        add(open, new Release(month, open.state().lastDelivery(), PrivacyProfile.INTERNAL, false, held));
    }

    private static void add(Store open, Release release) {
        open.releases().add(release, List.of(), open.releases().memory(release.profile()));
    }

    private CurrentSessions releasable(YearMonth month) {
        Store open = store.openForReading();
        return open.releasable(spark, open.state(), month, FEWEST);
    }

    private long count(YearMonth month) {
        return releasable(month).sessions().count();
    }

    private static String csv(String prefix, String clinic, YearMonth month, int patients) {
        return HEADER + lines(prefix, clinic, month, patients);
    }

    private static String lines(String prefix, String clinic, YearMonth month, int patients) {
        List<String> lines = new ArrayList<>();
        IntStream.rangeClosed(1, patients)
                .forEach(i ->
                        lines.add(prefix + i + "," + prefix + i + "," + clinic + "," + month.atDay(i) + ",dtm,7,5\n"));
        return String.join("", lines);
    }
}
