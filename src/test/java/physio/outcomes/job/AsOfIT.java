package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.UserException;

/** An old analysis is repeated on the store as it was. */
@ExtendWith(SparkTest.class)
class AsOfIT {
    private static final Settings SETTINGS = ReportRun.settings("", Map.of());

    private final Path folder;

    AsOfIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark).isNotNull();
        this.folder = folder;
    }

    @Test
    void repeatsAComparisonAfterALaterDelivery() {
        ReportRun.ingest(folder, SETTINGS, Path.of("sample-data/sessions-2023-01.csv"), "");
        ReportRun before = ReportRun.compared(folder, SETTINGS);
        String results = before.text("results.json");
        ReportRun.ingest(folder, SETTINGS, Path.of("sample-data/sessions-2023-02.csv"), "");
        assertThat(ReportRun.compared(folder, SETTINGS).text("results.json")).isNotEqualTo(results);
        ReportRun again = ReportRun.compared(folder, SETTINGS, asOf(1));
        assertThat(again.text("results.json")).isEqualTo(results);
        assertThat(again.page()).contains("data as they were at delivery 1", "--as-of 1");
        assertThatThrownBy(() -> ReportRun.compared(folder, SETTINGS, asOf(7)))
                .isInstanceOf(UserException.class)
                .hasMessage("The store never was as of delivery 7: its newest delivery was, run by run, 1, 2."
                        + " Name one of them.");
    }

    private static CompareJob.Question asOf(int delivery) {
        return new CompareJob.Question(
                "default",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(delivery));
    }
}
