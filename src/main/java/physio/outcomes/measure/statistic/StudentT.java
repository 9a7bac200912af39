package physio.outcomes.measure.statistic;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/** Intervals and p values by Student's t; degrees of freedom need not be whole. */
public final class StudentT {
    private StudentT() {}

    /** The 95% interval estimate ± t·SE; {@code degreesOfFreedom} above 0, {@code standardError} at least 0. */
    public static Interval interval(double estimate, double standardError, double degreesOfFreedom) {
        double half = upperQuantile(degreesOfFreedom) * standardError;
        return new Interval(estimate - half, estimate + half);
    }

    /** The two-sided p of estimate/SE, by the tail itself so that it keeps its digits below 1e-16; empty at SE 0. */
    public static OptionalDouble twoSidedP(double estimate, double standardError, double degreesOfFreedom) {
        if (standardError == 0) {
            return OptionalDouble.empty();
        }
        double t = Math.abs(estimate / standardError);
        return OptionalDouble.of(2 * TDistribution.of(degreesOfFreedom).survivalProbability(t));
    }

    /** R: {@code qt(0.975, df)}. */
    private static double upperQuantile(double degreesOfFreedom) {
        TDistribution t = TDistribution.of(degreesOfFreedom);
        double quantile = t.inverseSurvivalProbability(Confidence.TAIL);
        // The library's search stops at 1e-9; one Newton step brings the last digits.
        return quantile + (t.survivalProbability(quantile) - Confidence.TAIL) / t.density(quantile);
    }
}
