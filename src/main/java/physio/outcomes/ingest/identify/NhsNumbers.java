package physio.outcomes.ingest.identify;

/** Tells NHS numbers: ten digits, together or as 3 3 4, the last of which checks the others (NHS Data Dictionary, modulus 11). */
final class NhsNumbers {
    private static final int DIGITS = 10;
    private static final int GROUPED = 12;

    private NhsNumbers() {}

    static boolean isOne(String text) {
        boolean isGrouped = text.length() == GROUPED;
        if (text.length() != DIGITS && !isGrouped) {
            return false;
        }
        int sum = 0;
        int weight = DIGITS;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isGrouped && (i == 3 || i == 7)) {
                if (c != ' ' && c != '-') {
                    return false;
                }
            } else if (ValueForms.isDigit(c)) {
                // The last digit has weight 1: with it the sum is a multiple of 11, and a check digit of 10 cannot be.
                sum += (c - '0') * weight;
                weight--;
            } else {
                return false;
            }
        }
        return weight == 0 && sum % 11 == 0;
    }
}
