package physio.outcomes.measure.statistic;

import java.util.Locale;
import java.util.Optional;

/**
 * The number needed to treat, 1/RD: patients for one more responder, negative where it is one fewer. Its confidence
 * region leaves out the middle: where the RD's interval holds 0 it runs from benefit through infinity to harm (Altman,
 * BMJ 1998;317:1309).
 *
 * @param estimate 1/RD, at most −1, at least 1, or infinite at RD 0
 * @param difference the limits of the RD that it inverts
 */
public record NumberNeeded(double estimate, Interval difference) {
    public static NumberNeeded of(RiskDifference difference) {
        return new NumberNeeded(invert(difference.estimate()), difference.limits());
    }

    /** 1/RD with its sign; +∞ at 0 of either sign. */
    public static double invert(double riskDifference) {
        return riskDifference == 0 ? Double.POSITIVE_INFINITY : 1 / riskDifference;
    }

    /** The 95% limits 1/U to 1/L; empty where the RD's interval holds 0, and {@link #limitsText} has to tell. */
    public Optional<Interval> limits() {
        return difference.contains(0)
                ? Optional.empty()
                : Optional.of(new Interval(1 / difference.high(), 1 / difference.low()));
    }

    /** The limits in words, to two decimals: {@code NNTB 1.37 to 2.45} or {@code NNTB 3.41 to ∞ to NNTH 20.62}. */
    public String limitsText() {
        String benefit = format(difference.high());
        String harm = format(difference.low());
        if (difference.low() > 0) {
            return "NNTB " + benefit + " to " + harm;
        }
        if (difference.high() < 0) {
            return "NNTH " + harm + " to " + benefit;
        }
        String upward = difference.high() == 0 ? "∞" : "NNTB " + benefit + " to ∞";
        return difference.low() == 0 ? upward : upward + " to NNTH " + harm;
    }

    private static String format(double riskDifference) {
        return String.format(Locale.ROOT, "%.2f", Math.abs(1 / riskDifference));
    }
}
