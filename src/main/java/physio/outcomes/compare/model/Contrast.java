package physio.outcomes.compare.model;

import java.util.OptionalDouble;
import physio.outcomes.measure.statistic.Interval;
import physio.outcomes.measure.statistic.StudentT;

/**
 * A linear combination of coefficients, such as technique against reference or an adjusted mean.
 *
 * @param estimate in the unit of the response
 * @param standardError in the same unit, at least 0
 * @param degreesOfFreedom of its t, above 0, need not be whole
 */
public record Contrast(double estimate, double standardError, double degreesOfFreedom) {
    /** The 95% t interval. */
    public Interval interval() {
        return StudentT.interval(estimate, standardError, degreesOfFreedom);
    }

    /** The two-sided p against 0; empty at a standard error of 0. */
    public OptionalDouble p() {
        return StudentT.twoSidedP(estimate, standardError, degreesOfFreedom);
    }

    /** In another unit or with the sign turned: p stays. */
    public Contrast times(double factor) {
        return new Contrast(estimate * factor, standardError * Math.abs(factor), degreesOfFreedom);
    }
}
