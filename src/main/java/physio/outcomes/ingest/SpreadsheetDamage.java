package physio.outcomes.ingest;

import java.util.Set;

/**
 * Recognises what a spreadsheet leaves of an id or a code: a number with an exponent (2.31E+13), an error (#REF!, #N/A, ####) or a
 * day (2-Sep). What merely looks odd, such as 2E13 or #12, is nobody's damage.
 */
final class SpreadsheetDamage {
    /** English and German, as spreadsheets write them. */
    private static final Set<String> MONTHS = Set.of(
            "Jan", "Feb", "Mar", "Mrz", "Mär", "Apr", "May", "Mai", "Jun", "Jul", "Aug", "Sep", "Oct", "Okt", "Nov",
            "Dec", "Dez");

    private static final int LONGEST = 30;

    private SpreadsheetDamage() {}

    /** Whether a text is one. Nearly all are told apart by their first character. */
    static boolean isIn(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        char first = text.charAt(0);
        if (first == '#') {
            return isError(text);
        }
        if (isDigit(first)) {
            return isExponential(text) || isDayOfMonth(text);
        }
        return first >= 'A' && first <= 'S' && isMonthOfYear(text);
    }

    private static boolean isError(String text) {
        boolean isAllHashes = text.length() > 1;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '!' || c == '?' || c == '/') {
                return true;
            }
            isAllHashes &= c == '#';
        }
        return isAllHashes || text.equals("#NV");
    }

    /** One digit, perhaps decimals, and an exponent: signed, or unsigned after decimals. */
    private static boolean isExponential(String text) {
        int end = text.length();
        int at = 1;
        boolean hasDecimals = at < end && (text.charAt(at) == '.' || text.charAt(at) == ',');
        if (hasDecimals) {
            int decimals = digits(text, at + 1);
            if (decimals == at + 1) {
                return false;
            }
            at = decimals;
        }
        if (at >= end || (text.charAt(at) != 'E' && text.charAt(at) != 'e')) {
            return false;
        }
        at++;
        char sign = at < end ? text.charAt(at) : ' ';
        boolean isSigned = sign == '+' || (sign == '-' && hasDecimals);
        if (!isSigned && !hasDecimals) {
            return false;
        }
        int exponent = isSigned ? at + 1 : at;
        return exponent < end && digits(text, exponent) == end;
    }

    /** 2-Sep, 02. Sep, 2-Sep-24. */
    private static boolean isDayOfMonth(String text) {
        int at = digits(text, 0);
        int month = separators(text, at);
        if (at > 2 || month == at || month + 3 > text.length() || !isMonth(text, month)) {
            return false;
        }
        int after = month + 3;
        int year = separators(text, after);
        return after == text.length() || (year > after && year < text.length() && digits(text, year) == text.length());
    }

    /** Sep-02, Sep 24. */
    private static boolean isMonthOfYear(String text) {
        int after = separators(text, Math.min(3, text.length()));
        return text.length() > 4
                && after > 3
                && isMonth(text, 0)
                && after < text.length()
                && digits(text, after) == text.length();
    }

    private static boolean isMonth(String text, int start) {
        return MONTHS.contains(text.substring(start, start + 3));
    }

    /** Where the digits that begin here end. */
    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int separators(String text, int start) {
        int at = start;
        while (at < text.length() && at < start + 2 && "-. /".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
