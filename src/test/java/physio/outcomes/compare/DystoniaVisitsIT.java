package physio.outcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Cells;
import physio.outcomes.measure.Rows;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.measure.statistic.ReferenceFiles;

/** All 522 follow-up visits of the dystonia trial, several a patient, against numbers that R computed (data/README.md). */
@ExtendWith(SparkTest.class)
class DystoniaVisitsIT {
    private final SparkSession spark;

    DystoniaVisitsIT(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void clustersVisitsByPatient() {
        Trial trial = Trial.of(visits()).against("placebo");
        ResultTable outcomes = trial.compared(spark).table("technique_comparison");
        assertRow(
                outcomes, "pain episode crude botulinum_10000 placebo", "estimate std_error", 3.898325359, 1.565553300);
        assertRow(
                outcomes, "pain episode crude botulinum_5000 placebo", "estimate std_error", 3.432481203, 1.514266536);
    }

    @Test
    void givesMeansAndSharesTheirClusteredErrors() {
        Trial trial = Trial.of(visits(), "range: [0, 100], step: 1, better: lower");
        Dataset<Row> changes = ChangeRow.changes(spark, trial.rows(), trial.polarity());
        ResultTable table = TechniqueOutcomes.table(
                "visits", Cells.of(changes), trial.plan().measures(), "placebo");
        String figures = "improvement_mean change_se change_ci_high change_ci_low";
        String all = "all 2024 pain episode ";
        assertRow(table, all + "botulinum_10000", figures, 6.477272727, 1.085923365, -4.274918, -8.679627);
        assertRow(table, all + "botulinum_5000", figures, 6.011428571, 1.009849203, -3.961326, -8.061531);
        assertRow(table, all + "placebo", figures, 2.578947368, 1.144107756, -0.253841, -4.904054);
    }

    /** Some of the published limits have six digits. */
    private static void assertRow(ResultTable table, String key, String columns, double... expected) {
        String[] names = columns.split(" ", -1);
        assertThat(names).hasSameSizeAs(expected);
        for (int i = 0; i < names.length; i++) {
            assertThat(Rows.number(table, Rows.row(table, key), names[i]))
                    .as(key + " " + names[i])
                    .isCloseTo(expected[i], withinPercentage(3e-4));
        }
    }

    private static List<ChangeRow> visits() {
        List<CSVRecord> records = ReferenceFiles.shared("cdystonia/cdystonia.csv");
        Map<Long, Integer> baselines = new HashMap<>();
        records.stream()
                .filter(record -> record.get("week").equals("0"))
                .forEach(record -> baselines.put(patient(record), score(record)));
        List<String> arms = List.of("botulinum_10000", "botulinum_5000", "placebo");
        List<ChangeRow> rows = new ArrayList<>();
        for (CSVRecord record : records) {
            if (!record.get("week").equals("0")) {
                String arm = arms.get(Integer.parseInt(record.get("treat")) - 1);
                rows.add(ChangeRow.of(
                        patient(record), arm, Objects.requireNonNull(baselines.get(patient(record))), score(record)));
            }
        }
        assertThat(rows).hasSize(522);
        return rows;
    }

    private static long patient(CSVRecord record) {
        return Long.parseLong(record.get("site")) * 1000 + Long.parseLong(record.get("id"));
    }

    private static int score(CSVRecord record) {
        return Integer.parseInt(record.get("twstrs"));
    }
}
