package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.ingest.simulate.SimulationPlan;
import physio.outcomes.ingest.simulate.TrueEffects;

/** The sample data hold confounding on purpose: who is worse off gets another technique. */
@ExtendWith(SparkTest.class)
class SampleComparisonIT {
    private static final double CLEARLY = 0.3;

    private final Path folder;

    SampleComparisonIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark).isNotNull();
        this.folder = folder;
    }

    @Test
    void adjustedDifferencesOrderTechniquesRightlyWhereCrudeOnesDoNot() {
        ReportRun.ingest(folder, ReportRun.settings("", Map.of()), Path.of("sample-data"), "");
        ReportRun run = ReportRun.compared(folder, ReportRun.settings("", Map.of()));
        assertThat(misordered(run, "ancova")).isEmpty();
        assertThat(misordered(run, "crude")).isNotEmpty();
        assertThat(run.page()).contains("Techniques compared").doesNotContain("Not protected");
    }

    /** Pairs of techniques whose true effects on pain differ clearly and whose estimates say the opposite. */
    private static List<String> misordered(ReportRun run, String model) {
        Map<String, Double> estimates = new HashMap<>(Map.of("effleurage", 0.0));
        run.table("technique_comparison").stream()
                .filter(row -> row.get("measure").equals("pain")
                        && row.get("window").equals("episode")
                        && row.get("model").equals(model)
                        && TrueEffects.techniques().contains(row.get("technique")))
                .forEach(row -> estimates.put(row.get("technique"), Double.parseDouble(row.get("estimate"))));
        assertThat(estimates).containsOnlyKeys(TrueEffects.techniques());
        TrueEffects truth = TrueEffects.of(SimulationPlan.sample());
        List<String> misordered = new ArrayList<>();
        estimates.forEach((better, of) -> estimates.forEach((worse, than) -> {
            double difference = truth.improvement(better, "pain") - truth.improvement(worse, "pain");
            if (difference >= CLEARLY && of <= than) {
                misordered.add(better + " over " + worse);
            }
        }));
        return misordered;
    }
}
