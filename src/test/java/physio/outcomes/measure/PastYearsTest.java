package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;

/** What is known of years is not summed again, and counts as if it were. */
@ExtendWith(SparkTest.class)
class PastYearsTest {
    private static final YearMonth JANUARY_2022 = YearMonth.of(2022, 1);
    private static final Measure SLEEP =
            Sessions.measure("sleep", "visit", ", range: [0, 100], step: 1, better: lower, mcid: {sd: 0.5}");

    /** Of 2022: baselines of 10, 14 and 18. */
    private static final PastYears KNOWN =
            new PastYears(Optional.of(2022), List.of(Map.of("sleep", List.of(3L, 42L, 620L))));

    private final Sessions sessions;

    PastYearsTest(SparkSession spark) {
        this.sessions = Sessions.of(spark, SLEEP);
        // One of 2022 who came back, and a new patient.
        sessions.on("2022-05-01").with("sleep_score", 18).on("2023-02-01").with("sleep_score", 9);
        sessions.on("2023-03-01").patient(2).with("sleep_score", 30);
    }

    /** Of 10, 14, 18 and 30, and again of 9, the baseline of another episode, in whole steps: the standard deviation is √(288.8 / 4) = 8.50. */
    @Test
    void baselinesOfKnownYearsCountOnce() {
        assertThat(outcomes().commonThresholds()).containsEntry("sleep", OptionalDouble.of(5));
        assertThat(outcomes().baselines(2023)).isEqualTo(Map.of("sleep", List.of(2L, 39L, 981L)));
    }

    @Test
    void monthsOfKnownYearsAreLeftOut() {
        assertThat(outcomes()
                        .month(JANUARY_2022, YearMonth.of(2023, 3))
                        .activity()
                        .rows())
                .extracting(row -> row.key().get(1))
                .containsOnly("2023-02", "2023-03");
        assertThat(KNOWN.next(JANUARY_2022)).isEqualTo(YearMonth.of(2023, 1));
        assertThat(PastYears.NONE.next(JANUARY_2022)).isEqualTo(JANUARY_2022);
    }

    private MonthlyOutcomes outcomes() {
        SessionBlocks blocks = SessionBlocks.of(sessions.table(), List.of(SLEEP));
        return MonthlyOutcomes.of(blocks, blocks.measures(), 90, new BigDecimal("0.66"), KNOWN);
    }
}
