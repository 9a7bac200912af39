package physio.outcomes.domain;

/** Text that a spreadsheet shows and does not run. */
public final class SpreadsheetText {
    private SpreadsheetText() {}

    /** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
    public static String inert(String text) {
        int start = start(text);
        return start < text.length() && "=+-@".indexOf(text.charAt(start)) >= 0 ? "'" + text : text;
    }

    /** The same for values that are worked on further: a number keeps its sign, since a spreadsheet does no harm with it. */
    public static String inertUnlessNumber(String text) {
        return isSignedNumber(text, start(text)) ? text : inert(text);
    }

    private static int start(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u00a0' || c == '\ufeff';
    }

    private static boolean isSignedNumber(String text, int sign) {
        if (sign + 1 >= text.length() || "+-".indexOf(text.charAt(sign)) < 0) {
            return false;
        }
        for (int i = sign + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ',') {
                return false;
            }
        }
        return true;
    }
}
