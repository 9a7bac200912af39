package physio.outcomes.compare.model;

import java.util.List;
import physio.outcomes.compare.model.RandomEffects.Unit;

/** The mean of units weighted by w = 1/(SE² + τ²), and sums over those weights. */
final class InverseVariance {
    private final double[] estimates;
    private final double[] weights;
    private final double mean;

    InverseVariance(List<Unit> units, double betweenVariance) {
        estimates = units.stream().mapToDouble(Unit::estimate).toArray();
        weights = units.stream()
                .mapToDouble(unit -> 1 / (unit.variance() + betweenVariance))
                .toArray();
        double weighted = 0;
        for (int i = 0; i < weights.length; i++) {
            weighted += weights[i] * estimates[i];
        }
        mean = weighted / sum(1);
    }

    double mean() {
        return mean;
    }

    /** Σ w to the {@code exponent}. */
    double sum(int exponent) {
        double sum = 0;
        for (double weight : weights) {
            sum += power(weight, exponent);
        }
        return sum;
    }

    /** Σ w to the {@code exponent} times the squared distance from the mean. */
    double squares(int exponent) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = estimates[i] - mean;
            sum += power(weights[i], exponent) * distance * distance;
        }
        return sum;
    }

    /** The trace of P = W − W11ᵀW/(1ᵀW1): Σw − Σw²/Σw. */
    double trace() {
        return sum(1) - sum(2) / sum(1);
    }

    /** The trace of PP. */
    double squaredTrace() {
        double share = sum(2) / sum(1);
        return sum(2) - 2 * sum(3) / sum(1) + share * share;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
