package physio.outcomes.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a chart measures.
 *
 * @param quantity such as "Mean improvement in pain"
 * @param unit such as "points"; "%" for percentages, whose values are 0–100
 * @param decimals with which values are written, 0–6
 */
public record Axis(String quantity, String unit, int decimals) {
    public Axis {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("Invalid decimals: " + decimals + " (must be in 0 to 6)");
        }
    }

    /** The quantity with its unit in brackets. */
    public String label() {
        return Texts.say("axis.label", quantity, unit);
    }

    /** A value without its unit; the minus is the long one, and zero has none. */
    public String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return Texts.number(rounded.toPlainString());
    }

    /** A value with its unit. */
    public String amount(double value) {
        return unit.equals("%")
                ? Texts.say("number.percent", number(value))
                : Texts.say("number.unit", number(value), unit);
    }
}
