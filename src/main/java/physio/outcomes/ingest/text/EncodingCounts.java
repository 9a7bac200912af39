package physio.outcomes.ingest.text;

import java.io.Serializable;

/**
 * What the records outside ASCII say about a file's character set.
 *
 * @param valid records that are text in the declared character set
 * @param western records that are not, but whose bytes are all letters in Windows-1252
 * @param other records that are neither
 */
public record EncodingCounts(long valid, long western, long other) implements Serializable {
    /** Signs such as dashes and quotes are rarer than letters, even in records that are damaged already. */
    private static final long MOST_LETTERS = 10;

    public static final EncodingCounts NONE = new EncodingCounts(0, 0, 0);

    static EncodingCounts of(byte[] bytes, int from, int length, boolean isInvalid) {
        if (!isInvalid) {
            return new EncodingCounts(1, 0, 0);
        }
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0 && !isWesternLetter(bytes[i] & 0xFF)) {
                return new EncodingCounts(0, 0, 1);
            }
        }
        return new EncodingCounts(0, 1, 0);
    }

    /** A letter in Windows-1252, but none of those that are the remains of a torn character of UTF-8. */
    private static boolean isWesternLetter(int code) {
        return (code >= 0xC0 && "\u00C2\u00C3\u00D7\u00E2\u00F0\u00F7\u00FE\u00FF".indexOf(code) < 0)
                || "\u008A\u008C\u008E\u009A\u009C\u009E\u009F".indexOf(code) >= 0;
    }

    /** Both together. */
    public EncodingCounts plus(EncodingCounts more) {
        return new EncodingCounts(valid + more.valid, western + more.western, other + more.other);
    }

    /**
     * Whether the whole file is in another character set than declared, rather than damaged in places: there are letters of
     * Windows-1252, in more than one record unless there are few, hardly anything else, and none of the declared one.
     */
    public boolean isOfAnotherCharset(boolean isShort) {
        return western > (isShort ? 0 : 1) && valid == 0 && western > MOST_LETTERS * other;
    }

    /** Refuses a file whose bytes are no text in its character set. */
    public static RefusedFile refusal(String place) {
        return new RefusedFile("holds bytes " + place + " that are no text in the declared character set;"
                + " declare the right one in the mapping (csv: {charset: windows-1252}).");
    }
}
