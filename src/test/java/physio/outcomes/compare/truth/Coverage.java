package physio.outcomes.compare.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.compare.Comparison;
import physio.outcomes.compare.truth.CoverageRow.Result;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Rows;

/** Estimates and intervals of many simulated studies, against the truth. */
final class Coverage {
    private static final int AT_ONCE = 50;

    private final Map<Estimator, List<Result>> results = new LinkedHashMap<>();
    private final Map<Estimator, Integer> refused = new LinkedHashMap<>();

    private record Estimator(Design design, String model, int technique) {}

    private Coverage() {
        addEstimators(Design.ONE_FOLLOW_UP, "crude", "ancova", "mixed_clinic", "overlap");
        addEstimators(Design.SEVERAL_VISITS, "mixed_patient");
    }

    private void addEstimators(Design design, String... models) {
        for (String model : models) {
            for (int technique = 1; technique < Population.TECHNIQUES.size(); technique++) {
                results.put(new Estimator(design, model, technique), new ArrayList<>());
            }
        }
    }

    /** Simulates and compares the studies of seeds 1, 2, … in both designs. */
    static List<CoverageRow> of(SparkSession spark, int studies) {
        Coverage coverage = new Coverage();
        for (Design design : Design.values()) {
            for (int done = 0; done < studies; done += AT_ONCE) {
                int count = Math.min(AT_ONCE, studies - done);
                coverage.add(design, Compared.of(spark, design, done + 1, count), count);
            }
        }
        return coverage.rows();
    }

    private void add(Design design, Comparison comparison, int studies) {
        ResultTable table = comparison.table("technique_comparison");
        results.forEach((estimator, own) -> {
            for (int i = 0; i < studies && estimator.design() == design; i++) {
                String key = "m" + i + " episode " + estimator.model() + " "
                        + Population.TECHNIQUES.get(estimator.technique()) + " a";
                Result result = result(table, Rows.row(table, key));
                if (Double.isNaN(result.estimate())) {
                    refused.merge(estimator, 1, Integer::sum);
                } else {
                    own.add(result);
                }
            }
        });
    }

    private static Result result(ResultTable table, ResultRow row) {
        return new Result(
                Rows.number(table, row, "estimate"),
                Rows.number(table, row, "std_error"),
                Rows.number(table, row, "ci_low"),
                Rows.number(table, row, "ci_high"));
    }

    private List<CoverageRow> rows() {
        List<CoverageRow> rows = new ArrayList<>();
        results.forEach((estimator, own) -> rows.add(CoverageRow.of(
                estimator.model(),
                Population.TECHNIQUES.get(estimator.technique()),
                truth(estimator),
                refused.getOrDefault(estimator, 0),
                own)));
        return rows;
    }

    private static double truth(Estimator estimator) {
        TrueContrast contrast = new TrueContrast(estimator.design(), estimator.technique());
        return estimator.model().equals("overlap") ? contrast.overOverlap() : contrast.overall();
    }
}
