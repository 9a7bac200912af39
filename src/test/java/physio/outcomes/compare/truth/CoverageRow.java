package physio.outcomes.compare.truth;

import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.measure.statistic.ReferenceFiles;

/**
 * How an estimator did over many simulated studies.
 *
 * @param refused studies without an estimate: found not comparable, which chance alone does to some; not among the others' figures
 * @param mean of the estimates
 * @param sd of the estimates
 * @param meanError the mean standard error; near {@code sd} where errors are honest
 * @param coverage the share of 95% intervals that hold the truth
 */
record CoverageRow(
        String model,
        String technique,
        double truth,
        int studies,
        int refused,
        double mean,
        double sd,
        double meanError,
        double coverage) {
    static final String HEADER = "model,technique,truth,studies,refused,mean,bias,bias_mc_error,sd,mean_se,coverage";

    /** Limits and error of one study's estimate. */
    record Result(double estimate, double error, double low, double high) {}

    static CoverageRow of(String model, String technique, double truth, int refused, List<Result> results) {
        double count = results.size();
        double mean = results.stream().mapToDouble(Result::estimate).sum() / count;
        double squares = results.stream()
                .mapToDouble(result -> (result.estimate() - mean) * (result.estimate() - mean))
                .sum();
        long holding = results.stream()
                .filter(result -> result.low() <= truth && truth <= result.high())
                .count();
        return new CoverageRow(
                model,
                technique,
                truth,
                results.size() + refused,
                refused,
                mean,
                Math.sqrt(squares / (count - 1)),
                results.stream().mapToDouble(Result::error).sum() / count,
                holding / count);
    }

    static CoverageRow of(CSVRecord row) {
        return new CoverageRow(
                row.get("model"),
                row.get("technique"),
                ReferenceFiles.number(row, "truth"),
                Integer.parseInt(row.get("studies")),
                Integer.parseInt(row.get("refused")),
                ReferenceFiles.number(row, "mean"),
                ReferenceFiles.number(row, "sd"),
                ReferenceFiles.number(row, "mean_se"),
                ReferenceFiles.number(row, "coverage"));
    }

    /** The bias in standard errors of its own, which come from the number of studies. */
    double biasInErrors() {
        return bias() / monteCarloError();
    }

    private double bias() {
        return mean - truth;
    }

    private double monteCarloError() {
        return sd / Math.sqrt(studies - refused);
    }

    /** As in the file, in the order of {@link #HEADER}. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%.6f,%d,%d,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f",
                model,
                technique,
                truth,
                studies,
                refused,
                mean,
                bias(),
                monteCarloError(),
                sd,
                meanError,
                coverage);
    }
}
