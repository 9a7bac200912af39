package physio.outcomes.compare.sums;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** The order of visits in a model: numbers by their size, later ones without a number last of these, then labels by mean day. */
final class VisitOrder {
    private VisitOrder() {}

    /** Compares two labels, each with its sum of days and its rows. */
    static int compare(String left, long[] leftDays, String right, long[] rightDays) {
        Optional<BigDecimal> leftNumber = number(left);
        Optional<BigDecimal> rightNumber = number(right);
        if (leftNumber.isPresent() && rightNumber.isPresent()) {
            int byNumber = leftNumber.get().compareTo(rightNumber.get());
            return byNumber != 0 ? byNumber : left.compareTo(right);
        }
        if (leftNumber.isPresent() || rightNumber.isPresent()) {
            return leftNumber.isPresent() ? -1 : 1;
        }
        int byDay = BigInteger.valueOf(leftDays[0])
                .multiply(BigInteger.valueOf(rightDays[1]))
                .compareTo(BigInteger.valueOf(rightDays[0]).multiply(BigInteger.valueOf(leftDays[1])));
        return byDay != 0 ? byDay : left.compareTo(right);
    }

    private static Optional<BigDecimal> number(String label) {
        return label.matches("-?\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(label)) : Optional.empty();
    }
}
