package physio.outcomes.ingest.identify;

/** Tells dates between 1900 and 1990: YYYY-MM-DD, DD.MM.YYYY or DD/MM/YYYY, perhaps with a time after it. */
final class Days {
    private static final int LENGTH = 10;

    private Days() {}

    static boolean isBefore1990(String text) {
        if (text.length() < LENGTH || (text.length() > LENGTH && " T".indexOf(text.charAt(LENGTH)) < 0)) {
            return false;
        }
        if (isMark(text.charAt(4))) {
            return isMark(text.charAt(7)) && isEarly(text, 0) && areDigits(text, 5, 7) && areDigits(text, 8, LENGTH);
        }
        return isMark(text.charAt(2))
                && isMark(text.charAt(5))
                && isEarly(text, 6)
                && areDigits(text, 0, 2)
                && areDigits(text, 3, 5);
    }

    private static boolean isEarly(String text, int year) {
        return text.charAt(year) == '1'
                && text.charAt(year + 1) == '9'
                && text.charAt(year + 2) < '9'
                && areDigits(text, year, year + 4);
    }

    private static boolean isMark(char c) {
        return c == '-' || c == '.' || c == '/';
    }

    private static boolean areDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!ValueForms.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
