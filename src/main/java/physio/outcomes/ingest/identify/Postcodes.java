package physio.outcomes.ingest.identify;

import static physio.outcomes.ingest.identify.ValueForms.isDigit;
import static physio.outcomes.ingest.identify.ValueForms.isLetter;

import org.jspecify.annotations.Nullable;

/** Tells full UK postcodes: A9, A99, AA9, AA99, A9A or AA9A, a blank if any, and 9AA. A German one is five digits, like much else. */
final class Postcodes {
    static final int LONGEST = 8;

    private Postcodes() {}

    static @Nullable ValueForm of(String text) {
        int length = text.length();
        if (!isDigit(text.charAt(length - 3)) || !isLetter(text.charAt(length - 2)) || !isLetter(text.charAt(0))) {
            return null;
        }
        boolean hasBlank = text.charAt(length - 4) == ' ';
        return isOutward(text, hasBlank ? length - 4 : length - 3)
                ? hasBlank ? ValueForm.POSTCODE : ValueForm.POSTCODE_JOINED
                : null;
    }

    private static boolean isOutward(String text, int end) {
        if (end < 2 || end > 4) {
            return false;
        }
        int digit = isLetter(text.charAt(1)) ? 2 : 1;
        if (digit >= end || !isDigit(text.charAt(digit))) {
            return false;
        }
        char after = text.charAt(end - 1);
        return end == digit + 1 || (end == digit + 2 && (isDigit(after) || isLetter(after)));
    }
}
