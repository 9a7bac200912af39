package physio.outcomes.measure;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.SparkTest;

@ExtendWith(SparkTest.class)
class EpisodesTest {
    private static final String[] COURSE = {"pain_baseline", "pain_follow_up.day", "-pain_follow_up.negated"};

    private final Sessions sessions;

    EpisodesTest(SparkSession spark) {
        this.sessions = Sessions.of(spark, Sessions.pain());
    }

    @Test
    void goesFromTheFirstScoreBeforeASessionToTheLastOne() {
        sessions.on("2024-01-01")
                .pain(7, 1)
                .on("2024-01-08")
                .pain(5, 1)
                .on("2024-01-15")
                .pain(4, 1);
        assertThat(Rows.of(sessions.episodes(), COURSE)).containsExactly("7 2024-01-15 4");
    }

    @Test
    void aBaselineThatIsMissingOnTheFirstDayStaysMissing() {
        sessions.on("2024-01-01").on("2024-01-08").pain(5, 1).on("2024-01-15").pain(4, 1);
        assertThat(Rows.of(sessions.episodes(), COURSE)).containsExactly("null 2024-01-15 4");
    }

    @Test
    void theSmallestScoreOfADayCounts() {
        sessions.on("2024-01-01")
                .pain(7, 1)
                .on("2024-01-01")
                .pain(6, 2)
                .on("2024-01-08")
                .pain(5, 1);
        sessions.on("2024-01-08").pain(3, 1);
        assertThat(Rows.of(sessions.episodes(), COURSE)).containsExactly("6 2024-01-08 3");
    }

    @Test
    void theLastScoreMayBeEarlierThanTheLastSession() {
        sessions.on("2024-01-01").pain(7, 1).on("2024-01-08").pain(5, 1).on("2024-01-15");
        assertThat(Rows.of(sessions.episodes(), COURSE)).containsExactly("7 2024-01-08 5");
        assertThat(Rows.of(sessions.episodes(), "last_date")).containsExactly("2024-01-15");
    }

    @Test
    void oneSessionHasNoFollowUp() {
        sessions.on("2024-01-01").pain(7, 1);
        assertThat(Rows.of(sessions.episodes(), COURSE)).containsExactly("7 null null");
    }

    @Test
    void clinicAndCaseMixAreThoseOfTheFirstSession() {
        sessions.on("2024-01-08")
                .with("clinic_id", "C2")
                .with("age_band", "40-49")
                .on("2024-01-01")
                .with("age_band", "30-39")
                .with("sex", "f");
        assertThat(Rows.of(sessions.episodes(), "clinic_id", "age_band", "sex")).containsExactly("C1 30-39 f");
    }

    /** 33 of 50 is exactly 0.66. */
    @ParameterizedTest
    @CsvSource({"2, 3, dtm", "33, 50, dtm", "32, 50, mixed", "1, 2, mixed", "1, 1, dtm"})
    void aTechniqueIsTheEpisodesFromItsShareOn(int used, int all, String technique) {
        for (int i = 0; i < all; i++) {
            sessions.on("2024-01-01").technique(i < used ? "dtm" : "mfr");
        }
        assertThat(technique("2024-01-02")).isEqualTo(technique);
    }

    /** What comes on the day of the follow-up score or later cannot have caused it. */
    @Test
    void sessionsOnOrAfterTheFollowUpDoNotCount() {
        sessions.on("2024-01-01").technique("dtm").on("2024-01-08").technique("mfr");
        sessions.on("2024-01-15").technique("mfr");
        assertThat(technique("2024-01-08")).isEqualTo("dtm");
        assertThat(technique("2024-01-09")).isEqualTo("mixed");
        assertThat(technique("2024-01-16")).isEqualTo("mfr");
    }

    @Test
    void combinedCanBeAnEpisodesTechnique() {
        sessions.on("2024-01-01").technique("dtm+mfr").on("2024-01-02").technique("mfr+pnf");
        assertThat(technique("2024-01-03")).isEqualTo("combined");
    }

    private String technique(String followUp) {
        return Rows.of(
                        sessions.episodes()
                                .select(Episodes.technique(to_date(lit(followUp)), new BigDecimal("0.66"))
                                        .as("technique")),
                        "technique")
                .get(0);
    }
}
