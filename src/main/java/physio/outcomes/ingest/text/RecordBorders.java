package physio.outcomes.ingest.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds where records begin and end (RFC 4180: quotes double inside quotes, lines end with LF, CR or both), in any character set in
 * which the bytes of ASCII mean ASCII. Blank lines and records of empty fields alone are passed over.
 *
 * <p>A record that cannot be sound ends at the end of its first physical line, so that one lost quote costs one record: it has a quote
 * inside a plain field, text after a closing quote, a quote that is not closed within {@link #MAX_FIELD} bytes, or a quoted line break
 * and the wrong number of fields. No byte is looked at more than a few times, and no more than a few {@link #MAX_RECORD} are held.
 */
final class RecordBorders {
    /** Bytes of a field, quotes included. */
    static final int MAX_FIELD = 64 << 10;
    /** Bytes of a record. */
    static final int MAX_RECORD = 1 << 20;

    private static final byte ORDINARY = 0;
    private static final byte DELIMITER = 1;
    private static final byte LINE_END = 2;
    private static final byte QUOTE = 3;
    private static final byte NUL = 4;

    private final ByteWindow window;
    private final byte[] kinds = new byte[256];
    private int wantedFields;

    private long line;
    private long nextLine;
    private int innerLines;
    private int fields;
    private int bits;
    private int ordinary;
    private int consumed;
    private int length;
    private @Nullable Damage damage;

    RecordBorders(ByteWindow window, char delimiter, long firstLine) {
        this.window = window;
        this.nextLine = firstLine;
        kinds[delimiter] = DELIMITER;
        kinds['\n'] = LINE_END;
        kinds['\r'] = LINE_END;
        kinds['"'] = QUOTE;
        kinds[0] = NUL;
    }

    /** How many fields a sound record has; any number will do until this is known. */
    void expect(int count) {
        wantedFields = count;
    }

    /** Passes over lines that are no records. */
    void skipLines(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            passLine();
            nextLine++;
        }
    }

    /** Goes to the next record that begins before a place in the file; false when there is none. */
    boolean next(long end) throws IOException {
        do {
            leave();
            window.ensure(MAX_RECORD + 2);
            if (window.isEmpty() || window.offset() >= end) {
                return false;
            }
            scan();
        } while (damage == null && ordinary == 0);
        return true;
    }

    /** Leaves the record behind: the window then stands on the border after it. */
    void leave() {
        window.advance(consumed);
        consumed = 0;
        line = nextLine;
    }

    /** The physical line on which the record begins, from 1; after {@link #leave()} that of the border. */
    long line() {
        return line;
    }

    /** Why the record is not sound, or null when it is. */
    @Nullable
    Damage damage() {
        return damage;
    }

    /** The bytes of a sound record, its line end left out, are the first of the window. */
    int length() {
        return length;
    }

    /** Whether a sound record is of ASCII alone. */
    boolean isAscii() {
        return bits >= 0;
    }

    private void scan() throws IOException {
        innerLines = 0;
        fields = 1;
        bits = 0;
        ordinary = 0;
        damage = null;
        int end = endOfRecord();
        boolean isTorn = innerLines > 0 && wantedFields > 0 && fields != wantedFields;
        if (isTorn) {
            damage = Damage.STRAY_QUOTE;
        }
        if (isTorn || end < 0) {
            passLine();
            nextLine = line + 1;
        } else {
            length = end - window.from();
            consumed = length + lineEnd(end);
            nextLine = line + innerLines + 1;
        }
    }

    /** The place in the window after the record's last byte, or −1 when its end cannot be told. */
    private int endOfRecord() {
        byte[] bytes = window.bytes();
        int to = Math.min(window.limit(), window.from() + MAX_RECORD);
        int at = window.from();
        while (true) {
            int begin = at;
            at = at < to && bytes[at] == '"'
                    ? quotedEnd(bytes, at + 1, Math.min(to, begin + MAX_FIELD))
                    : plainEnd(bytes, at, to);
            if (at < 0) {
                return at;
            }
            if (at - begin > MAX_FIELD) {
                damage = Damage.FIELD_TOO_LONG;
            }
            if (at == to) {
                return to == window.limit() || kinds[bytes[at] & 0xFF] == LINE_END ? at : overlong();
            }
            byte kind = kinds[bytes[at] & 0xFF];
            if (kind == LINE_END) {
                return at;
            }
            if (kind != DELIMITER) {
                damage = Damage.STRAY_QUOTE;
                return -1;
            }
            at++;
            fields++;
        }
    }

    private int overlong() {
        damage = damage == null ? Damage.RECORD_TOO_LONG : damage;
        return -1;
    }

    private int plainEnd(byte[] bytes, int from, int to) {
        int seen = 0;
        int at = from;
        while (at < to) {
            byte kind = kinds[bytes[at] & 0xFF];
            if (kind != ORDINARY) {
                if (kind != NUL) {
                    break;
                }
                damage = Damage.NUL_BYTE;
            }
            seen |= bytes[at++];
        }
        ordinary += at - from;
        bits |= seen;
        return at;
    }

    private int quotedEnd(byte[] bytes, int from, int to) {
        ordinary++;
        int at = from;
        while (at < to) {
            byte kind = kinds[bytes[at] & 0xFF];
            if (kind == QUOTE) {
                if (at + 1 == window.limit() || bytes[at + 1] != '"') {
                    return at + 1;
                }
                at++;
            } else if (kind == LINE_END) {
                at += lineEnd(at) - 1;
                innerLines++;
            } else if (kind == NUL) {
                damage = Damage.NUL_BYTE;
            }
            bits |= bytes[at++];
        }
        damage = innerLines > 0 || to == window.limit() ? Damage.STRAY_QUOTE : Damage.FIELD_TOO_LONG;
        return -1;
    }

    /** How many bytes of line end stand at a place in the window: none at the end of the file, two of CR and LF. */
    private int lineEnd(int at) {
        byte[] bytes = window.bytes();
        if (at == window.limit()) {
            return 0;
        }
        return bytes[at] == '\r' && at + 1 < window.limit() && bytes[at + 1] == '\n' ? 2 : 1;
    }

    private void passLine() throws IOException {
        for (window.ensure(2); !window.isEmpty(); window.ensure(2)) {
            byte[] bytes = window.bytes();
            int at = window.from();
            while (at < window.limit() && kinds[bytes[at] & 0xFF] != LINE_END) {
                at++;
            }
            boolean isFound = at < window.limit();
            window.advance(at - window.from());
            if (isFound) {
                window.ensure(2);
                window.advance(lineEnd(window.from()));
                return;
            }
        }
    }
}
