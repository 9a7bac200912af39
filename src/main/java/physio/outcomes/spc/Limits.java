package physio.outcomes.spc;

/**
 * Control limits, in the unit of the values.
 *
 * @param meanRange the mean moving range they were made from; above 0
 */
public record Limits(double lower, double upper, double meanRange) {
    /** 3 / d2 with d2 = 1.128, the mean range of two values from a normal distribution of SD 1 (Shewhart 1931). */
    private static final double WIDTH = 2.66;

    static Limits around(double centre, double meanRange) {
        return new Limits(centre - WIDTH * meanRange, centre + WIDTH * meanRange, meanRange);
    }
}
