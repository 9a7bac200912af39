package physio.outcomes.ingest.identify;

import org.jspecify.annotations.Nullable;

/**
 * Tells the form of a value by its characters. Nearly every value is let go after its length and its first and last character: this
 * is done for each field of each record.
 */
final class ValueForms {
    private static final int SHORTEST = 5;

    private ValueForms() {}

    /** The form in which a value identifies people, or null. */
    static @Nullable ValueForm of(String text) {
        int length = text.length();
        if (length < SHORTEST) {
            return null;
        }
        if (text.indexOf('@') > 0) {
            return isEmail(text) ? ValueForm.EMAIL : null;
        }
        char first = text.charAt(0);
        char last = text.charAt(length - 1);
        if (first <= ' ' || last <= ' ') {
            String stripped = text.strip();
            return stripped.length() == length ? null : of(stripped);
        }
        if (isDigit(last)) {
            return first <= '9' ? ofDigits(text) : null;
        }
        return length <= Postcodes.LONGEST && isLetter(last) ? Postcodes.of(text) : null;
    }

    private static @Nullable ValueForm ofDigits(String text) {
        if (Days.isBefore1990(text)) {
            return ValueForm.BIRTH_DATE;
        }
        if (NhsNumbers.isOne(text)) {
            return ValueForm.NHS_NUMBER;
        }
        return PhoneNumbers.of(text);
    }

    /** Something, one @, a domain with a dot, and two letters or more after the last dot; all without blanks. */
    private static boolean isEmail(String text) {
        String address = text.strip();
        int at = address.indexOf('@');
        int dot = address.lastIndexOf('.');
        if (at < 1 || dot < at + 2 || dot > address.length() - 3 || address.indexOf('@', at + 1) >= 0) {
            return false;
        }
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || (i > dot && !Character.isLetter(c))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
