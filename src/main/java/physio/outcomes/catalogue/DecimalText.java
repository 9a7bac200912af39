package physio.outcomes.catalogue;

import java.math.BigDecimal;

/** A number as settings and mappings write it. */
final class DecimalText {
    /** More than any instrument has; arithmetic with 1e999999999 would not end. */
    private static final int MOST_DIGITS = 30;

    private DecimalText() {}

    /**
     * The number that a text is.
     *
     * @throws NumberFormatException when it is none, or has more than 30 digits before or behind the point
     */
    static BigDecimal read(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS || number.scale() < -MOST_DIGITS) {
            throw new NumberFormatException("Too many digits");
        }
        return number;
    }
}
