package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;

/** What the reports of a run share, from a store as a run leaves it. */
@ExtendWith(SparkTest.class)
@TestInstance(Lifecycle.PER_CLASS)
class CohortsIT {
    private static final LocalDate END_OF_MAY = LocalDate.of(2024, 5, 31);
    private static final LocalDate END_OF_JUNE = LocalDate.of(2024, 6, 30);
    private static final Settings SETTINGS = SettingsReader.parse("""
            measures:
              pain: {unit: points, range: [0, 10], step: 1, better: lower, timing: session, mcid: {absolute: 2}}
              sleep: {unit: points, range: [0, 21], step: 1, better: lower, timing: visit, mcid: {percent: 30}}
              stress: {unit: points, range: [0, 40], step: 1, better: lower, timing: visit, mcid: {absolute: 3}}
            techniques: {dtm: {}}
            """);
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after,sleep_score\n";

    private final SparkSession spark;
    private final Path folder;
    private final Cohorts cohorts = new Cohorts();

    CohortsIT(SparkSession spark, @TempDir Path folder) throws IOException {
        this.spark = spark;
        this.folder = folder;
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("april.csv"), HEADER + "s0,p2,C1,2024-04-10,dtm,,,\n");
        Files.writeString(inbox.resolve("may.csv"), HEADER + "s1,p1,C1,2024-05-01,dtm,7,5,\n");
        Files.writeString(
                inbox.resolve("june.csv"), HEADER + "s2,p1,C1,2024-06-01,dtm,5,4,9\ns3,p1,C1,2024-06-20,dtm,5,4,9\n");
        takeIn(inbox);
    }

    @AfterEach
    void close() {
        cohorts.close();
    }

    @Test
    void aMeasureSwitchesOnWhenItsColumnsHoldScores() {
        assertThat(cohort(END_OF_MAY).measures()).containsOnlyKeys("pain");
        assertThat(cohort(END_OF_JUNE).measures()).containsOnlyKeys("pain", "sleep");
    }

    @Test
    void beforeTheFirstSessionThereIsNothing() {
        SessionBlocks none = cohort(LocalDate.of(2024, 3, 31));
        assertThat(none.measures()).isEmpty();
        assertThat(none.blocks().isEmpty()).isTrue();
    }

    @Test
    void nothingAfterItsLastDayIsUsed() {
        assertThat(sessions(cohort(END_OF_MAY))).isEqualTo(2);
        assertThat(sessions(cohort(LocalDate.of(2024, 5, 1)))).isEqualTo(2);
        assertThat(sessions(cohort(LocalDate.of(2024, 4, 30)))).isEqualTo(1);
        assertThat(sessions(cohort(LocalDate.of(2024, 6, 10)))).isEqualTo(3);
    }

    /** Patient 1 came in June, and in May before that; patient 2 in April alone. */
    @Test
    void ofThoseWhoCameFromADayOnAllSessionsAreThere() {
        Optional<LocalDate> june = Optional.of(LocalDate.of(2024, 6, 1));
        assertThat(sessions(cohort(END_OF_JUNE, june))).isEqualTo(3);
        assertThat(sessions(cohort(LocalDate.of(2024, 6, 10), june))).isEqualTo(2);
        assertThat(sessions(cohort(LocalDate.of(2024, 6, 10), Optional.of(LocalDate.of(2024, 6, 2)))))
                .isZero();
    }

    @Test
    void whereAllWillBeAskedForTheyAreReadAtOnce() {
        cohorts.keepAll();
        assertThat(sessions(cohort(END_OF_JUNE, Optional.of(LocalDate.of(2024, 6, 1)))))
                .isEqualTo(4);
    }

    @Test
    void aMonthWithoutScoresHasNoReport() {
        try (SparkEngine local = new SparkEngine(stage -> {})) {
            MonthlyReportJob job = new MonthlyReportJob(workplace(local));
            assertThatThrownBy(() ->
                            job.run(Optional.of(YearMonth.of(2024, 4)), Set.of(PageFormat.HTML), Rendering.ALWAYS))
                    .isInstanceOf(UserException.class)
                    .hasMessage("There is nothing to report: no session up to 2024-04-30 has a score of a measure in"
                            + " the settings.");
        }
    }

    @Test
    void aSmallestDifferenceIsGivenWhereItIsOneNumber() {
        assertThat(MonthlyOutcomes.of(cohort(END_OF_JUNE), cohort(END_OF_JUNE).measures(), 90, BigDecimal.ONE)
                        .commonThresholds())
                .containsEntry("pain", OptionalDouble.of(2))
                .containsEntry("sleep", OptionalDouble.empty());
    }

    @Test
    void theReportsOfOneDayShareACohort() {
        assertThat(cohort(END_OF_JUNE)).isSameAs(cohort(END_OF_JUNE));
    }

    @Test
    void anotherDayIsAnotherCohortAndTheFormerOnesMemoryIsGivenBack() {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        SessionBlocks may = cohort(END_OF_MAY);
        Set<Integer> ofMay = Set.copyOf(context.getPersistentRDDs().keySet());
        assertThat(cohort(END_OF_JUNE)).isNotSameAs(may);
        assertThat(context.getPersistentRDDs()).hasSameSizeAs(ofMay);
        assertThat(context.getPersistentRDDs().keySet()).isNotEqualTo(ofMay);
    }

    @Test
    void anotherStateOfTheStoreIsAnotherCohort() {
        SessionBlocks before = cohort(END_OF_JUNE);
        try (Store store = Store.forReading(folder.resolve("store"))) {
            StoreState state = store.state();
            StoreState earlier = new StoreState(state.deliveries().subList(0, 1), state.snapshots());
            assertThat(cohorts.of(store.sessions(spark, earlier), earlier, END_OF_JUNE, Optional.empty(), SETTINGS))
                    .isNotSameAs(before);
        }
    }

    @Test
    void afterClosingACohortIsMadeAnew() {
        SessionBlocks before = cohort(END_OF_JUNE);
        cohorts.close();
        assertThat(cohort(END_OF_JUNE)).isNotSameAs(before);
    }

    /** Spark of the tests is not the job's to stop. */
    @Test
    void aSessionThatIsThereAlreadyOutlivesAJob() {
        try (SparkEngine local = new SparkEngine(stage -> {})) {
            assertThat(local.session()).isSameAs(local.session());
            assertThat(local.session().sparkContext()).isSameAs(spark.sparkContext());
        }
        assertThat(spark.sparkContext().isStopped()).isFalse();
    }

    private SessionBlocks cohort(LocalDate until) {
        return cohort(until, Optional.empty());
    }

    private SessionBlocks cohort(LocalDate until, Optional<LocalDate> since) {
        try (Store store = Store.forReading(folder.resolve("store"))) {
            StoreState state = store.state();
            return cohorts.of(store.sessions(spark, state), state, until, since, SETTINGS);
        }
    }

    private void takeIn(Path inbox) {
        try (SparkEngine local = new SparkEngine(stage -> {})) {
            ReportRun.takeIn(workplace(local), inbox);
        }
    }

    private Workplace workplace(SparkEngine local) {
        return new Workplace(
                SETTINGS,
                folder.resolve("store"),
                Destination.of(folder.resolve("reports")),
                Clock.fixed(Instant.parse("2024-07-01T08:00:00Z"), ZoneOffset.UTC),
                local,
                cohorts,
                stage -> {});
    }

    private static int sessions(SessionBlocks blocks) {
        return blocks.blocks().map(SessionBlock::size).fold(0, Integer::sum);
    }
}
