package physio.outcomes.compare.model;

import physio.outcomes.measure.statistic.Interval;

/**
 * How strongly an unmeasured confounder would have to be associated with both technique and outcome, as risk ratios, to
 * explain a difference in means away: RR = exp(0.91 |d|), E = RR + √[RR (RR − 1)] (VanderWeele and Ding, Annals of
 * Internal Medicine 2017).
 *
 * @param point for the estimate, at least 1
 * @param limit for the end of the interval that is nearest 0; 1 when the interval spans 0
 */
public record EValue(double point, double limit) {
    /** From a difference, its 95% interval and the outcome's SD, all in one unit; the SD is above 0. */
    public static EValue of(double estimate, Interval limits, double sd) {
        if (!(sd > 0)) {
            throw new IllegalArgumentException("Invalid SD: " + sd + " (must be above 0)");
        }
        double nearest = limits.contains(0) ? 0 : Math.min(Math.abs(limits.low()), Math.abs(limits.high()));
        return new EValue(ofDifference(estimate / sd), ofDifference(nearest / sd));
    }

    private static double ofDifference(double standardised) {
        double ratio = StrictMath.exp(0.91 * Math.abs(standardised));
        return ratio + Math.sqrt(ratio * (ratio - 1));
    }
}
