package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.ResultTable;

/** The small tables: activity, participation, trajectories. */
@ExtendWith(SparkTest.class)
class TablesTest {
    private static final Measure PAIN = Sessions.pain();

    private static final YearMonth JANUARY = YearMonth.of(2024, 1);

    private final Sessions sessions;

    TablesTest(SparkSession spark) {
        this.sessions = Sessions.of(spark, PAIN);
    }

    @Test
    void activityCountsWhatWasBookedAttendedAndScored() {
        sessions.on("2024-01-01").pain(7, 4);
        sessions.on("2024-01-08").with("pain_before", 6);
        sessions.on("2024-01-09")
                .with("attendance", "cancelled")
                .with("clinic_id", "C2")
                .patient(2);
        sessions.on("2024-02-01").patient(3);
        assertThat(Rows.of(activity()))
                .containsExactly(
                        "C1 2024-01 2 2 1 2 1",
                        "C1 2024-02 1 1 1 0 0",
                        "C2 2024-01 1 0 0 0 0",
                        "all 2024-01 3 2 1 2 1",
                        "all 2024-02 1 1 1 0 0");
    }

    /** Two were booked and one came: what is told of the one who came must not count two. */
    @Test
    void activityIsAboutThoseWhoAttendedIfAnybodyDid() {
        sessions.on("2024-01-01")
                .on("2024-01-02")
                .with("attendance", "cancelled")
                .patient(2);
        sessions.on("2024-01-02").with("attendance", "cancelled").patient(2).with("clinic_id", "C2");
        assertThat(activity().rows())
                .extracting(ResultTable.ResultRow::patients)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void whoMissedSessionsOfTwoClinicsIsOnePatientOfAll() {
        sessions.on("2024-01-02").with("attendance", "cancelled");
        sessions.on("2024-01-03").with("attendance", "cancelled").with("clinic_id", "C2");
        assertThat(activity().rows())
                .extracting(ResultTable.ResultRow::patients)
                .containsExactly(1L, 1L, 1L);
    }

    /** Two of three patients have 20 of 21 sessions: what is told of the month is told of them. */
    @Test
    void activityOfWhichTwoPatientsHaveNearlyAllIsDominated() {
        for (int i = 0; i < 20; i++) {
            sessions.on("2024-01-01").patient(1 + i % 2);
        }
        sessions.on("2024-01-01").patient(3);
        assertThat(activity().rows())
                .extracting(row -> row.contributors().isDominated())
                .containsOnly(true);
        sessions.on("2024-01-01").patient(3).on("2024-01-01").patient(3);
        assertThat(activity().rows())
                .extracting(row -> row.contributors().isDominated())
                .containsOnly(false);
    }

    @Test
    void participationCountsBaselinesOfTheMonthAndThoseOfThemWithAFollowUp() {
        sessions.on("2024-01-01").pain(7, 4).on("2024-01-08").pain(5, 3);
        sessions.on("2024-01-01").patient(2).pain(7, 4);
        sessions.on("2024-01-01").patient(3).on("2024-01-08").patient(3).pain(6, 2);
        sessions.on("2024-02-01").patient(4).pain(7, 4);
        assertThat(Rows.of(january().participation()))
                .containsExactly("C1 2024-01 pain 3 3 2 1", "all 2024-01 pain 3 3 2 1");
    }

    /** At the second visit only patient 1 is left; scores are those before the session. */
    @Test
    void trajectoriesAreMeansByVisitNumber() {
        sessions.on("2024-01-01").pain(7, 4).on("2024-01-08").pain(5, 3);
        sessions.on("2024-01-09").patient(2).pain(4, 1);
        ResultTable table = january().trajectories();
        assertThat(table.rows().stream().map(row -> String.join(" ", row.key())))
                .containsExactly("C1 2024 pain 1", "C1 2024 pain 2", "all 2024 pain 1", "all 2024 pain 2");
        assertThat(Rows.number(table, table.rows().get(0), "n_scores")).isEqualTo(2);
        assertThat(Rows.number(table, table.rows().get(0), "score_mean")).isEqualTo(5.5);
        assertThat(Rows.number(table, table.rows().get(0), "score_ci_low"))
                .isCloseTo(5.5 - 12.706204736 * 1.5, within(1e-8));
        assertThat(Rows.of(table).get(1)).isEqualTo("C1 2024 pain 2 1 1 5.0 - -");
    }

    /** The second visit of the course that began in December is one of January's; what is two years back or after the month is not told. */
    @Test
    void trajectoriesAreOfTheYearsOfTheirScores() {
        sessions.on("2022-12-31")
                .patient(2)
                .pain(9, 9)
                .on("2023-01-01")
                .patient(2)
                .pain(8, 8);
        sessions.on("2023-12-30").pain(7, 4).on("2024-01-08").pain(5, 3);
        sessions.on("2024-02-01").patient(3).pain(6, 6);
        assertThat(Rows.of(january().trajectories()).stream().filter(row -> row.startsWith("all")))
                .containsExactly(
                        "all 2023 pain 1 1 1 7.0 - -", "all 2023 pain 2 1 1 8.0 - -", "all 2024 pain 2 1 1 5.0 - -");
    }

    @Test
    void trajectoriesEndAtTheTwelfthVisit() {
        for (int day = 1; day <= 14; day++) {
            sessions.on("2024-01-" + (day < 10 ? "0" : "") + day).pain(5, 5);
        }
        assertThat(january().trajectories().rows().stream()
                        .filter(row -> row.key().get(0).equals("C1")))
                .hasSize(12);
    }

    private ResultTable activity() {
        return sessions.outcomes().month(JANUARY, JANUARY.plusMonths(1)).activity();
    }

    private MonthlyOutcomes.Month january() {
        return sessions.outcomes().month(JANUARY, JANUARY);
    }
}
