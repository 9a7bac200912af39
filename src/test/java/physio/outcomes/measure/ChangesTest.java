package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;

@ExtendWith(SparkTest.class)
class ChangesTest {
    private static final Measure PAIN = Sessions.pain();
    private static final String[] CHANGE = {
        "measure",
        "window",
        "technique",
        "baseline",
        "follow_up",
        "change",
        "improvement",
        "threshold",
        "sessions",
        "month"
    };

    private final SparkSession spark;
    private final Sessions sessions;

    ChangesTest(SparkSession spark) {
        this.spark = spark;
        this.sessions = Sessions.of(spark, PAIN);
    }

    @Test
    void aSessionsChangeIsAfterMinusBefore() {
        sessions.on("2024-01-31").pain(7, 4).technique("dtm+mfr");
        assertThat(Rows.of(ofSessions(), CHANGE)).containsExactly("pain session combined 7 4 -3 3 2 1 2024-01");
    }

    @Test
    void halfASessionHasNoChange() {
        sessions.on("2024-01-01").with("pain_before", 7).on("2024-01-02").with("pain_after", 3);
        assertThat(Rows.of(ofSessions(), CHANGE)).isEmpty();
    }

    /** The score after the last session's treatment is not lasting, the technique is that before the follow-up. */
    @Test
    void anEpisodesChangeIsFollowUpMinusBaselineInTheMonthOfItsLastSession() {
        sessions.on("2024-01-01")
                .pain(7, 1)
                .on("2024-01-08")
                .pain(5, 1)
                .on("2024-02-05")
                .technique("mfr");
        assertThat(Rows.of(ofEpisodes(PAIN), CHANGE)).containsExactly("pain episode dtm 7 5 -2 2 2 2 2024-02");
    }

    @Test
    void anEpisodeWithoutBaselineOrFollowUpHasNoChange() {
        sessions.on("2024-01-01").pain(7, 1);
        sessions.on("2024-01-01").patient(2).on("2024-01-08").patient(2).pain(5, 1);
        assertThat(Rows.of(ofEpisodes(PAIN), CHANGE)).isEmpty();
    }

    @Test
    void aMeasureOfVisitsHasNoSessionWindow() {
        Measure sleep = Sessions.sleep();
        Sessions visits =
                Sessions.of(spark, PAIN, sleep).on("2024-01-01").pain(7, 4).with("sleep_score", 9);
        Dataset<Row> changes =
                Changes.ofSessions(visits.visits(), List.of(PAIN, sleep), Thresholds.of(visits.episodes(), List.of()));
        assertThat(Rows.of(changes, "measure")).containsExactly("pain");
    }

    /** On the second episode's first day both were treated: the score counts in the first, so the second has no baseline. */
    @Test
    void aPatientLevelScoreEntersOnceADay() {
        Measure sleep = Sessions.measure(
                "sleep",
                "visit",
                ", range: [0, 100], step: 1, better: lower, mcid: {absolute: 2}, patient_level: true");
        Sessions two = Sessions.of(spark, sleep);
        two.on("2024-01-01").episode(1).with("sleep_score", 9);
        two.on("2024-01-08")
                .episode(1)
                .with("sleep_score", 7)
                .on("2024-01-08")
                .episode(2)
                .with("sleep_score", 7);
        two.on("2024-01-15").episode(2).with("sleep_score", 4);
        Dataset<Row> changes = Changes.ofEpisodes(
                two.episodes(), List.of(sleep), Thresholds.of(two.episodes(), List.of(sleep)), new BigDecimal("0.66"));
        assertThat(Rows.of(changes, "episode_key", "change")).containsExactly("1 -2");
    }

    @Test
    void swappingThePolarityTurnsImprovementAndNothingElse() {
        Measure swapped =
                Sessions.measure("pain", "session", ", range: [0, 100], step: 1, better: higher, mcid: {absolute: 2}");
        sessions.on("2024-01-01").pain(7, 1).on("2024-01-08").pain(5, 1);
        assertThat(Rows.of(ofEpisodes(PAIN), "change", "improvement", "threshold"))
                .containsExactly("-2 2 2");
        assertThat(Rows.of(ofEpisodes(swapped), "change", "improvement", "threshold"))
                .containsExactly("-2 -2 2");
    }

    private Dataset<Row> ofSessions() {
        return Changes.ofSessions(sessions.visits(), List.of(PAIN), Thresholds.of(sessions.episodes(), List.of(PAIN)));
    }

    private Dataset<Row> ofEpisodes(Measure measure) {
        Dataset<Row> episodes = sessions.episodes();
        return Changes.ofEpisodes(
                episodes, List.of(measure), Thresholds.of(episodes, List.of(measure)), new BigDecimal("0.66"));
    }
}
