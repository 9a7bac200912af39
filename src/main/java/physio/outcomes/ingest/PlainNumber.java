package physio.outcomes.ingest;

/** Tells plain numbers, in ASCII digits without exponent or grouping, from all else. */
final class PlainNumber {
    private static final int MOST_DIGITS = 15;

    /** How many texts of one or two digits there are. */
    static final int SHORT = 110;

    private PlainNumber() {}

    /** A place below {@link #SHORT} of its own for each text of one or two digits, −1 for any other. */
    static int placeOfShort(String text) {
        int length = text.length();
        if (length == 0 || length > 2 || digits(text, 0) < length) {
            return -1;
        }
        int first = text.charAt(0) - '0';
        return length == 1 ? 100 + first : 10 * first + text.charAt(1) - '0';
    }

    /** A sign if any, 1 to 15 digits, and after a decimal mark, if any, 1 to 15 more. */
    static boolean isDecimal(String text, char mark) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int whole = digits(text, start);
        if (whole == start || whole - start > MOST_DIGITS) {
            return false;
        }
        if (whole == text.length()) {
            return true;
        }
        int end = digits(text, whole + 1);
        return text.charAt(whole) == mark && end == text.length() && end > whole + 1 && end - whole - 1 <= MOST_DIGITS;
    }

    /** A minus if any, and 1 to {@code most} digits. */
    static boolean isWhole(String text, int most) {
        int start = text.startsWith("-") ? 1 : 0;
        return isDigits(text, start, most);
    }

    /** 1 to {@code most} digits. */
    static boolean isDigits(String text, int most) {
        return isDigits(text, 0, most);
    }

    private static boolean isDigits(String text, int start, int most) {
        int end = digits(text, start);
        return end == text.length() && end > start && end - start <= most;
    }

    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
