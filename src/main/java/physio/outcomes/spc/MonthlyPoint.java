package physio.outcomes.spc;

import java.time.YearMonth;
import java.util.OptionalDouble;

/**
 * One month of a series.
 *
 * @param value of the month, in the series' unit; empty where there is none or it is suppressed
 * @param isProvisional whether later sessions can still change the value: it is shown, but decides nothing
 */
public record MonthlyPoint(YearMonth month, OptionalDouble value, boolean isProvisional) {
    public MonthlyPoint {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("Invalid value: " + value.getAsDouble() + " (must be finite)");
        }
    }

    /** A month whose value stands. */
    public static MonthlyPoint settled(YearMonth month, double value) {
        return new MonthlyPoint(month, OptionalDouble.of(value), false);
    }

    /** A month whose value may still change. */
    public static MonthlyPoint provisional(YearMonth month, double value) {
        return new MonthlyPoint(month, OptionalDouble.of(value), true);
    }

    /** A month without a value. */
    public static MonthlyPoint gap(YearMonth month) {
        return new MonthlyPoint(month, OptionalDouble.empty(), false);
    }

    /** Whether the month counts for limits and signals. */
    boolean counts() {
        return value.isPresent() && !isProvisional;
    }
}
