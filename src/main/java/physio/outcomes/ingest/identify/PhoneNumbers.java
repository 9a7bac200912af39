package physio.outcomes.ingest.identify;

import static physio.outcomes.ingest.identify.ValueForms.isDigit;

import org.jspecify.annotations.Nullable;

/** Tells phone numbers as they are written in Britain, Germany and abroad: +44 7700 900123, 030/1234567, (020) 7946 0018, 07700900123. */
final class PhoneNumbers {
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15;
    /** A trunk prefix and an area code: a first group of two digits is rather a day or a number of something. */
    private static final int SHORTEST_GROUP = 3;

    private PhoneNumbers() {}

    static @Nullable ValueForm of(String text) {
        char first = text.charAt(0);
        if (first != '+' && first != '0' && first != '(') {
            return null;
        }
        int digits = 0;
        int firstGroup = 0;
        for (int i = first == '+' ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (" -/().".indexOf(c) < 0) {
                return null;
            } else if (firstGroup == 0) {
                firstGroup = digits;
            }
        }
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            return null;
        }
        if (first == '+') {
            return text.charAt(1) == '0' ? null : ValueForm.PHONE;
        }
        return firstGroup == 0 && first == '0' ? together(text) : grouped(text, firstGroup);
    }

    private static @Nullable ValueForm grouped(String text, int firstGroup) {
        int start = text.charAt(0) == '(' ? 1 : 0;
        boolean hasTrunk = text.charAt(start) == '0' && text.charAt(start + 1) >= '1';
        boolean isAbroad = text.startsWith("00", start) && text.charAt(start + 2) >= '1';
        return (firstGroup >= SHORTEST_GROUP || start == 1) && (hasTrunk || isAbroad) ? ValueForm.PHONE : null;
    }

    /** Eleven digits with a British prefix, or eleven or twelve with that of a German mobile network. */
    private static @Nullable ValueForm together(String text) {
        char second = text.charAt(1);
        boolean isBritish = text.length() == 11 && (second == '1' || second == '2' || second == '3' || second == '7');
        char third = text.charAt(2);
        boolean isGermanMobile = text.length() == 12 && second == '1' && third >= '5' && third <= '7';
        return isBritish || isGermanMobile ? ValueForm.PHONE_DIGITS : null;
    }
}
