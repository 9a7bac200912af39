package physio.outcomes.measure.statistic;

/** A closed interval, in the unit of the estimate it belongs to; ends may be infinite. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("Invalid interval: " + low + " to " + high + " (must be ordered)");
        }
    }

    /**
     * The interval of the estimate times {@code factor}: a step size, a unit, or a polarity of −1, which swaps the
     * ends.
     */
    public Interval times(double factor) {
        double first = low * factor;
        double second = high * factor;
        return factor < 0 ? new Interval(second, first) : new Interval(first, second);
    }

    /** Whether {@code value} lies inside or on an end. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
