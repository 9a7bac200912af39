package physio.outcomes.compare;

import java.math.BigInteger;
import java.util.List;

/**
 * The rows of one measure and window that share technique and case mix, with exact sums in whole steps.
 *
 * @param levels of the case-mix factors
 * @param rows how many
 * @param sumB Σ baseline
 * @param sumBB Σ baseline²
 * @param sumF Σ follow-up
 * @param sumFF Σ follow-up²
 * @param sumBF Σ baseline · follow-up
 */
record Pattern(
        Arms arms,
        String technique,
        List<String> levels,
        long rows,
        BigInteger sumB,
        BigInteger sumBB,
        BigInteger sumF,
        BigInteger sumFF,
        BigInteger sumBF) {

    /** What is compared in one go: all techniques in one measure and window. */
    record Arms(String measure, String window) {}
}
