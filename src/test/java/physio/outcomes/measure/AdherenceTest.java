package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** Whether patients keep coming: closed episodes, and days between sessions. An episode ends after 90 days. */
@ExtendWith(SparkTest.class)
class AdherenceTest {
    private static final YearMonth JUNE = YearMonth.of(2024, 6);

    private final Sessions sessions;

    AdherenceTest(SparkSession spark) {
        this.sessions = Sessions.of(spark, Sessions.pain());
    }

    /** 1 and 3 sessions; standard error √(2/1 · (1 + 1)/2²) = 1 and t with 1 degree of freedom. */
    @Test
    void closedEpisodesAreToldByTheirSessionsAndHowManyEndedAfterOne() {
        sessions.on("2024-03-10");
        sessions.on("2024-03-11")
                .patient(2)
                .on("2024-03-18")
                .patient(2)
                .on("2024-03-25")
                .patient(2);
        ResultTable table = closed();
        assertThat(table.rows().stream().map(row -> String.join(" ", row.key())))
                .containsExactly("C1 2024-06", "all 2024-06");
        ResultRow row = table.rows().get(1);
        assertThat(numbers(table, row, "n_episodes", "n_patients", "sessions_mean", "sessions_median"))
                .containsExactly(2.0, 2.0, 2.0, 2.0);
        assertThat(numbers(table, row, "sessions_q1", "sessions_q3", "single_session", "single_session_rate"))
                .containsExactly(1.5, 2.5, 1.0, 0.5);
        assertThat(Rows.number(table, row, "sessions_ci_high")).isCloseTo(2 + 12.706204736, within(1e-8));
        assertThat(Rows.number(table, row, "single_session_ci_low")).isCloseTo(0.0945312057, within(1e-9));
    }

    /** The 91st day after 2 March is 1 June, and after 31 March 30 June. */
    @Test
    void anEpisodeClosesOnTheDayAfterItsGapHasPassed() {
        sessions.on("2024-03-01");
        sessions.on("2024-04-01").patient(4);
        assertThat(closed().rows()).isEmpty();
        sessions.on("2024-03-02").patient(2);
        sessions.on("2024-03-31").patient(3);
        assertThat(Rows.number(closed(), closed().rows().get(0), "n_episodes")).isEqualTo(2);
    }

    @Test
    void anEpisodeThatGoesOnIsNotClosed() {
        sessions.on("2024-03-10").on("2024-06-08");
        assertThat(closed().rows()).isEmpty();
    }

    @Test
    void severalEpisodesOfAPatientWidenTheIntervalOfTheirShare() {
        for (int patient = 1; patient <= 8; patient++) {
            sessions.on("2024-03-10").patient(patient).with("body_region", "neck");
            sessions.on("2024-03-10").patient(patient).with("body_region", "knee");
            if (patient > 4) {
                sessions.on("2024-03-17").patient(patient).with("body_region", "neck");
                sessions.on("2024-03-17").patient(patient).with("body_region", "knee");
            }
        }
        ResultTable table = closed();
        ResultRow row = table.rows().get(0);
        assertThat(numbers(table, row, "n_episodes", "n_patients", "single_session"))
                .containsExactly(16.0, 8.0, 8.0);
        assertThat(Rows.number(table, row, "single_session_ci_low"))
                .isCloseTo(0.5 - halfWidth(16 / (8.0 / 7 * 15 / 8)), within(1e-12));
    }

    /** Wilson at a rate of one half: z/2 · √(1/(n + z²)). */
    private static double halfWidth(double size) {
        double z = 1.959963984540054;
        return z / 2 * Math.sqrt(1 / (size + z * z));
    }

    /** Patient 1: 10 days from May, then 4; what comes in July is not known yet, two sessions of a day are one. */
    @Test
    void intervalsAreTheDaysSinceTheSessionBeforeOfSessionsInTheMonth() {
        sessions.on("2024-05-01")
                .on("2024-05-25")
                .on("2024-06-04")
                .on("2024-06-08")
                .on("2024-06-08");
        sessions.on("2024-06-04").patient(2);
        sessions.on("2024-06-04")
                .patient(3)
                .on("2024-06-11")
                .patient(3)
                .on("2024-07-01")
                .patient(3);
        ResultTable table = sessions.outcomes().month(JUNE, JUNE).intervals();
        ResultRow row = Rows.row(table, "all 2024-06");
        assertThat(numbers(table, row, "n_intervals", "n_patients", "days_mean", "days_median"))
                .containsExactly(3.0, 2.0, 7.0, 7.0);
        assertThat(numbers(table, row, "days_q1", "days_q3")).containsExactly(5.5, 8.5);
    }

    private ResultTable closed() {
        return sessions.outcomes().month(JUNE, JUNE).closed();
    }

    private static List<Double> numbers(ResultTable table, ResultRow row, String... columns) {
        return List.of(columns).stream()
                .map(column -> Rows.number(table, row, column))
                .toList();
    }
}
