package physio.outcomes.measure.statistic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Quotients of exact integers as doubles: rounded at the very end, so that nothing cancels before. */
final class Ratio {
    private Ratio() {}

    static double of(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }
}
