package physio.outcomes.domain;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet shows and does not run: an apostrophe stands before what would begin a formula. It can begin one at the
 * start of a text, and behind a semicolon or the end of a line too, since spreadsheets of many countries part cells there.
 */
public final class SpreadsheetText {
    /** Those of full width and the small ones are taken for the plain ones where text is normalised. */
    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b";

    private static final String SEPARATORS = ";\r\n";
    private static final String NOT_FIRST = "\t\r\n";
    private static final Pattern SIGNED_NUMBER = Pattern.compile("[+-][0-9.,]++(?:[eE][+-]?+[0-9]++)?+");

    private SpreadsheetText() {}

    /** A text that a spreadsheet would run as a formula, and one that begins with a tab or the end of a line, gets an apostrophe before it. */
    public static String inert(String text) {
        boolean isRun = !text.isEmpty() && (NOT_FIRST.indexOf(text.charAt(0)) >= 0 || isSign(text, start(text)));
        return (isRun ? "'" : "") + inertParts(text);
    }

    /** The same for values that are worked on further: a number keeps its sign, since a spreadsheet does no harm with it. */
    public static String inertUnlessNumber(String text) {
        int start = start(text);
        return isSignedNumber(text, start, text.length()) ? text : inert(text);
    }

    /** With an apostrophe before each formula that begins behind a separator; numbers there keep their sign. */
    private static String inertParts(String text) {
        StringBuilder inert = new StringBuilder(text.length() + 2);
        boolean isAtStart = false;
        for (int i = 0; i < text.length(); i++) {
            if (isAtStart && isSign(text, i) && !isSignedNumber(text, i, end(text, i))) {
                inert.append('\'');
            }
            char c = text.charAt(i);
            isAtStart = SEPARATORS.indexOf(c) >= 0 || (isAtStart && isBlank(c));
            inert.append(c);
        }
        return inert.toString();
    }

    private static int start(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isSign(String text, int at) {
        return at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0;
    }

    /** All spaces of Unicode, non-breaking ones among them, and what takes no room, such as a byte-order mark. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isSignedNumber(String text, int from, int to) {
        return SIGNED_NUMBER.matcher(text).region(from, to).matches();
    }
}
