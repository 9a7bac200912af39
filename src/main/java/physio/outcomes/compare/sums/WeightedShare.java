package physio.outcomes.compare.sums;

import java.util.OptionalDouble;

/**
 * A ratio of sums over patients, each row weighing what it stands for, with the linearised error of a ratio; weights count as known,
 * which errs on the wide side (Robins, Rotnitzky and Zhao, J American Statistical Association 1995).
 *
 * @param patients G
 * @param share the ratio
 * @param standardError of it; absent with one patient
 */
public record WeightedShare(long patients, double share, OptionalDouble standardError) {

    /** From Σ weighted responses and Σ weights, and their squares and product over patients. */
    static WeightedShare of(long[] totals, ExactOuterProduct squares) {
        double share = totals[0] / (double) totals[1];
        double[][] sums = squares.matrix(new int[] {0, 1}, 0);
        long patients = squares.vectors();
        double residuals = Math.max(0, sums[0][0] - 2 * share * sums[1][0] + share * share * sums[1][1]);
        double variance = patients / (patients - 1.0) * residuals / totals[1] / totals[1];
        return new WeightedShare(
                patients, share, patients < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance)));
    }
}
