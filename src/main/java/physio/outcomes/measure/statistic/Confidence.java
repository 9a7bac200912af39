package physio.outcomes.measure.statistic;

/** The one confidence level of all intervals: 95%, two-sided. */
public final class Confidence {
    /** What lies beyond each limit. */
    public static final double TAIL = 0.025;

    /** The standard normal quantile of 1 − {@link #TAIL}; R: {@code qnorm(0.975)}. */
    public static final double Z = 1.959963984540054;

    private Confidence() {}
}
