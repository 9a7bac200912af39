package physio.outcomes.compare.model;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import physio.outcomes.measure.statistic.Interval;
import physio.outcomes.measure.statistic.StudentT;

/**
 * Estimates of several units pooled by random effects, the variance between units by REML, the interval by Knapp and
 * Hartung (Statistics in Medicine 2003) without truncation: R's {@code metafor::rma(method = "REML", test = "knha")}.
 *
 * @param mean the pooled estimate, t with k − 1 degrees of freedom
 * @param betweenVariance τ², in the unit squared
 * @param inconsistency I², the share of the variance that is between units, 0–1 (Higgins and Thompson, Statistics in
 *     Medicine 2002)
 * @param q Cochran's Q
 * @param degreesOfFreedom of Q, k − 1
 * @param qP the p of Q
 * @param prediction where a new unit's true value lies with 95% probability, as metafor's {@code predict} gives it
 */
public record RandomEffects(
        Contrast mean,
        double betweenVariance,
        double inconsistency,
        double q,
        int degreesOfFreedom,
        double qP,
        Interval prediction) {
    private static final int FEWEST = 3;

    /** One unit's estimate, with a standard error above 0. */
    public record Unit(double estimate, double standardError) {
        public Unit {
            if (!(standardError > 0)) {
                throw new IllegalArgumentException("Invalid standard error: " + standardError + " (must be above 0)");
            }
        }

        double variance() {
            return standardError * standardError;
        }
    }

    /** Pools {@code units}, at least 3. */
    public static RandomEffects pool(List<Unit> units) {
        if (units.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "Cannot pool " + units.size() + " units (must be at least " + FEWEST + ")");
        }
        int df = units.size() - 1;
        InverseVariance fixed = new InverseVariance(units, 0);
        double between = BetweenVariance.estimate(units);
        InverseVariance random = new InverseVariance(units, between);
        double error = Math.sqrt(random.squares(1) / df / random.sum(1));
        double typical = df / fixed.trace();
        double q = fixed.squares(1);
        return new RandomEffects(
                new Contrast(random.mean(), error, df),
                between,
                between / (typical + between),
                q,
                df,
                ChiSquaredDistribution.of(df).survivalProbability(q),
                StudentT.interval(random.mean(), Math.sqrt(error * error + between), df));
    }
}
