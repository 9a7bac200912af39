package physio.outcomes.measure.statistic;

import java.util.Optional;
import java.util.OptionalDouble;

/** The score interval of a rate (Wilson, JASA 1927). */
public final class Wilson {
    private Wilson() {}

    /** The 95% interval of a clustered rate, by its {@link EffectiveSize}; empty where that is. */
    public static Optional<Interval> interval(ClusteredMean rate) {
        OptionalDouble size = EffectiveSize.of(rate);
        return size.isPresent() ? Optional.of(interval(rate.mean(), size.getAsDouble())) : Optional.empty();
    }

    /**
     * The 95% interval of a rate, within 0–1; R: {@code prop.test(correct = FALSE)}.
     *
     * @param rate in 0–1
     * @param size rows, or the effective number of them; above 0, need not be whole
     */
    public static Interval interval(double rate, double size) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("Invalid rate: " + rate + " (must be in 0 to 1)");
        }
        if (!(size > 0)) {
            throw new IllegalArgumentException("Invalid size: " + size + " (must be above 0)");
        }
        double z = Confidence.Z;
        double weight = z * z / size;
        double centre = (rate + weight / 2) / (1 + weight);
        double half = z * Math.sqrt(rate * (1 - rate) / size + weight / (4 * size)) / (1 + weight);
        // At 0 and 1 the limit is exact; rounding must not push it off.
        return new Interval(rate == 0 ? 0 : Math.max(0, centre - half), rate == 1 ? 1 : Math.min(1, centre + half));
    }
}
