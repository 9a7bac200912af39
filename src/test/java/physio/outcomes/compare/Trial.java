package physio.outcomes.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.measure.SessionBlocks;

/**
 * Rows and how they are compared; what is not said otherwise: pain in steps of 1, lower is better, no case mix, clusters are patients,
 * no least number of patients, no rare levels, the reference is the most used technique.
 */
record Trial(List<ChangeRow> rows, String measure, ComparisonPlan plan) {
    private static final String PAIN = "range: [0, 100], step: 1, better: lower";
    private static final ComparisonPlan.Scope SCOPE =
            new ComparisonPlan.Scope("2024", new Study.Days(0, 30_000), Optional.empty(), 90, new BigDecimal("0.66"));

    static Trial of(List<ChangeRow> rows) {
        return of(rows, PAIN);
    }

    /** With another scale, as in {@code range: [0, 1], resolution: 0.001, better: higher}. */
    static Trial of(List<ChangeRow> rows, String scale) {
        String yaml = "measures: {pain: {unit: points, timing: visit, mcid: {absolute: 2}, " + scale + "}}";
        Map<String, Measure> measures = SettingsReader.parse(yaml).measures();
        return new Trial(
                rows, scale, new ComparisonPlan(measures, Optional.empty(), List.of(), Cluster.PATIENT, 0, 0, SCOPE));
    }

    Trial caseMix(String... factors) {
        return with(plan.reference(), List.of(factors), plan.cluster(), plan.minPatients(), plan.rareBelow());
    }

    Trial byClinic() {
        return with(plan.reference(), plan.factors(), Cluster.CLINIC, plan.minPatients(), plan.rareBelow());
    }

    Trial atLeast(int minPatients, int rareBelow) {
        return with(plan.reference(), plan.factors(), plan.cluster(), minPatients, rareBelow);
    }

    Trial against(String reference) {
        return with(Optional.of(reference), plan.factors(), plan.cluster(), plan.minPatients(), plan.rareBelow());
    }

    private Trial with(
            Optional<String> reference, List<String> factors, Cluster cluster, int minPatients, int rareBelow) {
        return new Trial(
                rows,
                measure,
                new ComparisonPlan(plan.measures(), reference, factors, cluster, minPatients, rareBelow, SCOPE));
    }

    int polarity() {
        return List.copyOf(plan.measures().values()).get(0).polarity();
    }

    Comparison compared(SparkSession spark) {
        return compared(ChangeRow.sessions(spark, rows));
    }

    Comparison compared(Dataset<Row> sessions) {
        return Comparison.of(
                SessionBlocks.of(sessions, List.copyOf(plan.measures().values())), plan);
    }

    /** Three techniques, three clinics, a missing sex here and there; patients worse off get c, and a is the most used. */
    static List<ChangeRow> confounded(int patients, int rowsEach) {
        Random random = new Random(20240630);
        List<ChangeRow> rows = new ArrayList<>();
        for (int i = 0; i < patients * rowsEach; i++) {
            long patient = i / rowsEach;
            int baseline = 20 + random.nextInt(60);
            String technique = baseline > 60 ? "c" : random.nextInt(3) == 0 ? "b" : "a";
            int effect = technique.equals("c") ? 15 : technique.equals("b") ? 8 : 3;
            int followUp = baseline * 2 / 3 - effect + (int) (patient % 7) + random.nextInt(9);
            String sex = patient % 5 == 0 ? null : patient % 2 == 0 ? "female" : "male";
            rows.add(new ChangeRow(
                    patient,
                    "C" + patient % 6,
                    technique,
                    baseline,
                    followUp,
                    sex,
                    patient % 3 == 0 ? "30-39" : "40-49"));
        }
        return rows;
    }
}
