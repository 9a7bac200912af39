package physio.outcomes.measure.statistic;

/**
 * The difference of two independent rates, technique minus reference, with the hybrid score interval (Newcombe,
 * Statistics in Medicine 1998;17:873–890, method 10).
 *
 * @param estimate in −1 to 1, positive where the technique has more responders
 * @param limits of 95%, within −1 to 1
 */
public record RiskDifference(double estimate, Interval limits) {
    /** From counts of one row a patient; both sizes at least 1. */
    public static RiskDifference of(long responders, long size, long referenceResponders, long referenceSize) {
        double rate = rate(responders, size);
        double reference = rate(referenceResponders, referenceSize);
        Interval own = Wilson.interval(rate, (double) size);
        Interval other = Wilson.interval(reference, (double) referenceSize);
        double difference = rate - reference;
        double low = difference - StrictMath.hypot(rate - own.low(), other.high() - reference);
        double high = difference + StrictMath.hypot(own.high() - rate, reference - other.low());
        return new RiskDifference(difference, new Interval(Math.max(-1, low), Math.min(1, high)));
    }

    private static double rate(long responders, long size) {
        if (size < 1 || responders < 0 || responders > size) {
            throw new IllegalArgumentException(
                    "Invalid rate: " + responders + " of " + size + " (must be 0 to all of at least 1)");
        }
        return (double) responders / size;
    }
}
