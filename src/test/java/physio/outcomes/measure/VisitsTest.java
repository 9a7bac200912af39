package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;

@ExtendWith(SparkTest.class)
class VisitsTest {
    private final Sessions sessions;

    VisitsTest(SparkSession spark) {
        this.sessions = Sessions.of(spark);
    }

    @Test
    void aPauseOfNinetyDaysContinuesAnEpisodeAndOneOfNinetyOneStartsANewOne() {
        sessions.on("2024-01-01").on("2024-03-31").on("2024-06-30");
        assertThat(episodes("session_date"))
                .containsExactly("2024-01-01 2024-01-01 1", "2024-03-31 2024-01-01 2", "2024-06-30 2024-06-30 1");
    }

    @Test
    void aGivenEpisodeIsNeverSplit() {
        sessions.on("2024-01-01").episode(7).on("2024-12-31").episode(7);
        assertThat(episodes("session_date")).containsExactly("2024-01-01 2024-01-01 1", "2024-12-31 2024-01-01 2");
    }

    @Test
    void twoGivenEpisodesAtATimeStayApart() {
        sessions.on("2024-01-01")
                .episode(7)
                .on("2024-01-08")
                .episode(8)
                .on("2024-01-15")
                .episode(7);
        assertThat(episodes("episode_key", "session_date"))
                .containsExactly("7 2024-01-01 2024-01-01 1", "7 2024-01-15 2024-01-01 2", "8 2024-01-08 2024-01-08 1");
    }

    @Test
    void rowsWithoutAnEpisodeIdAreDerivedAmongThemselves() {
        sessions.on("2024-01-01").on("2024-02-15").episode(7).on("2024-04-15");
        assertThat(episodes("session_date"))
                .containsExactly("2024-01-01 2024-01-01 1", "2024-02-15 2024-02-15 1", "2024-04-15 2024-04-15 1");
    }

    @Test
    void eachBodyRegionIsAComplaintOfItsOwnAndUnknownIsOne() {
        sessions.on("2024-01-01")
                .with("body_region", "neck")
                .on("2024-01-08")
                .with("body_region", "knee")
                .on("2024-01-15")
                .with("body_region", "neck")
                .on("2024-01-22")
                .on("2024-01-29");
        assertThat(episodes("complaint", "session_date"))
                .containsExactly(
                        "knee 2024-01-08 2024-01-08 1",
                        "neck 2024-01-01 2024-01-01 1",
                        "neck 2024-01-15 2024-01-01 2",
                        "unknown 2024-01-22 2024-01-22 1",
                        "unknown 2024-01-29 2024-01-22 2");
    }

    @Test
    void sessionsOfOneDayAreOneVisit() {
        sessions.on("2024-01-01").on("2024-01-01").on("2024-01-08");
        assertThat(episodes("session_date"))
                .containsExactly("2024-01-01 2024-01-01 1", "2024-01-01 2024-01-01 1", "2024-01-08 2024-01-01 2");
    }

    @Test
    void patientsStayApart() {
        sessions.on("2024-01-01").on("2024-01-08").patient(2);
        assertThat(episodes("patient_key")).containsExactly("1 2024-01-01 1", "2 2024-01-08 1");
    }

    @Test
    void onlyAttendedSessionsCount() {
        sessions.on("2024-01-01").with("attendance", "cancelled").on("2024-01-08");
        assertThat(episodes("session_date")).containsExactly("2024-01-08 2024-01-08 1");
    }

    @Test
    void severalTechniquesInOneSessionAreCombined() {
        sessions.on("2024-01-01").technique("dtm+mfr").on("2024-01-08").technique("dtm");
        assertThat(Rows.of(sessions.visits(), "technique")).containsExactly("combined", "dtm");
    }

    @Test
    void theEpisodeThatStartedFirstLeadsOnADayOfTwo() {
        sessions.on("2024-01-01")
                .with("body_region", "neck")
                .on("2024-01-08")
                .with("body_region", "neck")
                .on("2024-01-08")
                .with("body_region", "hip")
                .on("2024-01-15")
                .with("body_region", "hip");
        assertThat(Rows.of(sessions.visits(), "complaint", "session_date", "is_leading"))
                .containsExactly(
                        "hip 2024-01-08 false", "hip 2024-01-15 true", "neck 2024-01-01 true", "neck 2024-01-08 true");
    }

    /** The given columns, the episode's start and the visit's number. */
    private List<String> episodes(String... columns) {
        String[] all = Arrays.copyOf(columns, columns.length + 2);
        all[columns.length] = Visits.EPISODE_START;
        all[columns.length + 1] = Visits.VISIT_NUMBER;
        return Rows.of(sessions.visits(), all);
    }
}
