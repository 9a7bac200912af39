package physio.outcomes.compare.model;

import java.util.List;
import physio.outcomes.compare.model.RandomEffects.Unit;

/**
 * The REML estimate of the variance τ² between units by Fisher scoring from the estimate of Hedges (1983), as
 * {@code metafor::rma} does (Viechtbauer, J Educational and Behavioral Statistics 2005), and by halving what the maximum is known to lie in where the steps do
 * not shrink.
 */
final class BetweenVariance {
    private static final double TOLERANCE = 1e-13;
    private static final int MAX_STEPS = 1000;

    private BetweenVariance() {}

    static double estimate(List<Unit> units) {
        double smallest = units.stream().mapToDouble(Unit::variance).min().orElseThrow();
        double estimate = start(units);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS; step++) {
            double next = estimate + scoringStep(units, estimate);
            if (next <= 0 && scoringStep(units, 0) <= 0) {
                return 0;
            }
            low = next > estimate ? estimate : low;
            high = next < estimate ? estimate : high;
            // Steps may lead to and fro for good, where one unit is known far better than the others.
            boolean isSlow = high < Double.POSITIVE_INFINITY && Math.abs(next - estimate) > last / 2;
            double taken = isSlow || next <= low || next >= high ? (low + high) / 2 : next;
            last = Math.abs(taken - estimate);
            if (last <= TOLERANCE * (taken + smallest)) {
                return taken;
            }
            estimate = taken;
        }
        throw new ArithmeticException("Cannot estimate the variance between units: no convergence");
    }

    /** The variance of the estimates less the mean of their squared standard errors, at least 0. */
    private static double start(List<Unit> units) {
        double mean = units.stream().mapToDouble(Unit::estimate).average().orElseThrow();
        double squares = units.stream()
                .mapToDouble(unit -> (unit.estimate() - mean) * (unit.estimate() - mean))
                .sum();
        double error = units.stream().mapToDouble(Unit::variance).average().orElseThrow();
        return Math.max(0, squares / (units.size() - 1) - error);
    }

    /** Score over information: (yᵀPPy − tr P)/tr PP. */
    private static double scoringStep(List<Unit> units, double betweenVariance) {
        InverseVariance at = new InverseVariance(units, betweenVariance);
        return (at.squares(2) - at.trace()) / at.squaredTrace();
    }
}
