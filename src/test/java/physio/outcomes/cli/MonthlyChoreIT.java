package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** What a clinic does each month: one more file, and its report. */
@ExtendWith(SparkTest.class)
class MonthlyChoreIT {
    private final Place place;

    MonthlyChoreIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.place = Place.in(folder);
        assertThat(place.command("ingest", month("2024-05").toString()).code()).isZero();
    }

    @Test
    void runWithoutComparisonTakesAMonthInAndReportsIt() {
        Ended ended = place.command("run", month("2024-06").toString(), "--without-comparison", "--format", "html");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines())
                .containsExactly(
                        "Run 2 took in 1 file: 20 records = 20 stored + 0 quarantined + 0 duplicates + 0 filtered.",
                        "Monthly report: " + place.reports().resolve("2024-06/index.html"));
        assertThat(place.reports().resolve("compare-default")).doesNotExist();
        assertThat(place.text("2024-06/tables/monthly_outcomes.csv")).contains("all,2024-05,", "all,2024-06,");
    }

    private Path month(String month) {
        String sessions = IntStream.range(0, 20)
                .mapToObj(i ->
                        String.format("%s-%d,P%d,C1,%s-%02d,effleurage,6,%d\n", month, i, i, month, i + 1, 3 + i % 3))
                .collect(Collectors.joining());
        return place.deliver(
                month + ".csv",
                "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n" + sessions);
    }
}
