package physio.outcomes.compare.model;

import java.util.Optional;
import org.apache.commons.numbers.gamma.GammaRatio;
import physio.outcomes.measure.statistic.Confidence;
import physio.outcomes.measure.statistic.Interval;

/**
 * The standardised difference of two means, corrected for small samples (Hedges, J Educational Statistics 1981):
 * pooled SD, exact J, and limits by the noncentral t (Steiger and Fouladi 1997), as R's {@code effectsize::hedges_g}.
 *
 * @param estimate in pooled SDs, first arm minus second
 * @param limits of 95%
 */
public record HedgesG(double estimate, Interval limits) {
    /**
     * From sizes of at least 2, means, and SDs (n − 1) in any one unit, the rows being independent. Empty when both
     * SDs are 0.
     */
    public static Optional<HedgesG> of(long n1, double mean1, double sd1, long n2, double mean2, double sd2) {
        if (n1 < 2 || n2 < 2) {
            throw new IllegalArgumentException("Invalid sizes: " + n1 + " and " + n2 + " (must be at least 2)");
        }
        double df = n1 + n2 - 2.0;
        double pooled = Math.sqrt(((n1 - 1) * sd1 * sd1 + (n2 - 1) * sd2 * sd2) / df);
        if (pooled == 0) {
            return Optional.empty();
        }
        double unit = Math.sqrt(1.0 / n1 + 1.0 / n2);
        double d = (mean1 - mean2) / pooled;
        double low = NoncentralT.noncentrality(d / unit, df, 1 - Confidence.TAIL);
        double high = NoncentralT.noncentrality(d / unit, df, Confidence.TAIL);
        double j = correction(df);
        return Optional.of(new HedgesG(j * d, new Interval(low, high).times(j * unit)));
    }

    /** J(ν) = Γ(ν/2) / [√(ν/2) Γ((ν − 1)/2)], the ratio taken as one so that it holds for large ν. */
    static double correction(double df) {
        return 1 / (Math.sqrt(df / 2) * GammaRatio.delta((df - 1) / 2, 0.5));
    }
}
