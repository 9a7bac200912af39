package physio.outcomes.compare;

import java.math.BigDecimal;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.SpreadSums;

/** What a bin of improvement is called, in the measure's unit. */
final class BinLabel {
    private BinLabel() {}

    static String of(int bin, int width, Measure measure) {
        long first = (long) (bin - SpreadSums.ZERO) * width;
        long last = first + width - 1;
        if (bin == 0) {
            return "≤ " + text(last, measure);
        }
        if (bin == SpreadSums.BINS - 1) {
            return "≥ " + text(first, measure);
        }
        return first == last ? text(first, measure) : text(first, measure) + " to " + text(last, measure);
    }

    private static String text(long steps, Measure measure) {
        BigDecimal value = measure.step().multiply(BigDecimal.valueOf(steps));
        return (value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros())
                .toPlainString()
                .replace('-', '−');
    }
}
