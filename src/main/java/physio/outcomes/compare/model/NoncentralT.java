package physio.outcomes.compare.model;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: T = (Z + δ)/S with Z standard normal and S = χ/√ν, so that P(T ≤ t) = E Φ(tS − δ)
 * (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, 1995, chapter 31).
 *
 * <p>The expectation is taken over x = log S by the trapezoidal rule, which converges geometrically for such
 * integrands (Trefethen and Weideman, SIAM Review 2014). All terms are positive and the integrand has one peak, being
 * log-concave in S; so it is summed outward from there and tails keep their digits, where the series of AS 243 (Lenth
 * 1989) keeps an absolute 1e-12 only.
 */
public final class NoncentralT {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double LOG_ROOT_2_PI = 0.9189385332046727;

    /** Terms below this share of the peak's are left out. */
    private static final double NEGLIGIBLE_LOG = -46;

    private static final double TOLERANCE = 1e-13;
    private static final int MAX_HALVINGS = 12;

    /** Doubles hold no probability this far out, and the search needs a finite number there. */
    private static final double LARGEST_SCORE = 40;

    private NoncentralT() {}

    /** P(T ≤ t) with {@code degreesOfFreedom} ν of at least 1 and noncentrality δ; R: {@code pt(t, df, ncp)}. */
    public static double cdf(double t, double degreesOfFreedom, double noncentrality) {
        if (!(degreesOfFreedom >= 1)) {
            throw new IllegalArgumentException(
                    "Invalid degrees of freedom: " + degreesOfFreedom + " (must be at least 1)");
        }
        DoubleUnaryOperator density = x -> degreesOfFreedom * (x - StrictMath.expm1(2 * x) / 2);
        DoubleUnaryOperator joint = x -> density.applyAsDouble(x) + logNormal(t * StrictMath.exp(x) - noncentrality);
        // Finer than half the SD of log S, and than the strip in which the density of few degrees is analytic allows.
        double step = Math.min(0.125, 0.35 / Math.sqrt(degreesOfFreedom));
        double logMass = logIntegral(density, step);
        double probability = StrictMath.exp(logIntegral(joint, step) - logMass);
        // Φ may be steeper than the density: halve until nothing changes.
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            step /= 2;
            double finer = StrictMath.exp(logIntegral(joint, step) - logMass);
            if (Math.abs(finer - probability) <= TOLERANCE * finer) {
                return Math.min(1, finer);
            }
            probability = finer;
        }
        return Math.min(1, probability);
    }

    /** P(T &gt; t), precise where it is small. */
    public static double survival(double t, double degreesOfFreedom, double noncentrality) {
        return cdf(-t, degreesOfFreedom, -noncentrality);
    }

    /**
     * The noncentrality at which P(T ≤ t) = {@code probability}, in 0–1 exclusive; it falls as the probability grows.
     * Searched on the normal scale, where it is all but a straight line, by bracketing.
     */
    public static double noncentrality(double t, double degreesOfFreedom, double probability) {
        double target = NORMAL.inverseCumulativeProbability(probability);
        DoubleUnaryOperator excess = delta -> score(t, degreesOfFreedom, delta) - target;
        double below = t;
        double above = t;
        for (double width = 1; excess.applyAsDouble(below) < 0; width *= 2) {
            below -= width;
        }
        for (double width = 1; excess.applyAsDouble(above) > 0; width *= 2) {
            above += width;
        }
        // On this scale an excess is about the distance left, and below the tolerance the cdf's own rounding is the
        // larger.
        return Illinois.root(excess, below, above, TOLERANCE);
    }

    /** Φ⁻¹ of the cdf, by whichever tail is the smaller; far out, where that underflows, the end of the scale. */
    private static double score(double t, double degreesOfFreedom, double noncentrality) {
        double lower = cdf(t, degreesOfFreedom, noncentrality);
        double score = lower <= 0.5
                ? NORMAL.inverseCumulativeProbability(lower)
                : NORMAL.inverseSurvivalProbability(survival(t, degreesOfFreedom, noncentrality));
        return Math.max(-LARGEST_SCORE, Math.min(LARGEST_SCORE, score));
    }

    /** The log of the integral of exp(f) over the line, for f with one peak. */
    private static double logIntegral(DoubleUnaryOperator f, double step) {
        int peak = climb(f, step, climb(f, step, 0, 1), -1);
        double top = f.applyAsDouble(peak * step);
        double sum = 1 + tail(f, step, peak, 1, top) + tail(f, step, peak, -1, top);
        return top + StrictMath.log(sum * step);
    }

    private static int climb(DoubleUnaryOperator f, double step, int from, int direction) {
        int at = from;
        while (f.applyAsDouble((at + direction) * step) > f.applyAsDouble(at * step)) {
            at += direction;
        }
        return at;
    }

    private static double tail(DoubleUnaryOperator f, double step, int peak, int direction, double top) {
        double sum = 0;
        int at = peak + direction;
        for (double log = f.applyAsDouble(at * step) - top; log > NEGLIGIBLE_LOG; ) {
            sum += StrictMath.exp(log);
            at += direction;
            log = f.applyAsDouble(at * step) - top;
        }
        return sum;
    }

    /** log Φ(z), by the asymptotic series (Abramowitz and Stegun 26.2.12) where Φ itself underflows. */
    private static double logNormal(double z) {
        if (z > -37) {
            return z < 0
                    ? StrictMath.log(NORMAL.cumulativeProbability(z))
                    : StrictMath.log1p(-NORMAL.survivalProbability(z));
        }
        double w = 1 / (z * z);
        return -z * z / 2
                - LOG_ROOT_2_PI
                - StrictMath.log(-z)
                + StrictMath.log1p(-w * (1 - w * (3 - w * (15 - w * 105))));
    }
}
