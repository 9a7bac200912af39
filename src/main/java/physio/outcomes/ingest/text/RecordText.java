package physio.outcomes.ingest.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * The text that Commons CSV takes apart: each record on its own, a placeholder for a damaged one, so that what comes out of the parser
 * goes one by one with {@link #take()}.
 */
final class RecordText extends Reader {
    private static final char[] PLACEHOLDER = {'x'};
    private static final int CHUNK = 1 << 13;

    private final RecordBorders borders;
    private final ByteWindow window;
    private final long end;
    private final CharsetDecoder decoder;
    private CharBuffer text = CharBuffer.allocate(2 * CHUNK).limit(0);
    private final Places places = new Places();
    private EncodingCounts encoding = EncodingCounts.NONE;

    RecordText(RecordBorders borders, ByteWindow window, Charset charset, long end) {
        this.borders = borders;
        this.window = window;
        this.end = end;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Where the next record that the parser gives begins, and whether it is a placeholder. */
    Places.Place take() {
        return places.take();
    }

    /** What was seen of the text's encoding so far. */
    EncodingCounts encoding() {
        return encoding;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        if (!text.hasRemaining() && !fill()) {
            return -1;
        }
        int given = Math.min(count, text.remaining());
        text.get(target, offset, given);
        return given;
    }

    private boolean fill() throws IOException {
        text.clear();
        while (text.position() < CHUNK && borders.next(end)) {
            int begin = text.position();
            Damage damage = borders.damage();
            if (damage == null) {
                damage = decode();
            }
            if (damage != null) {
                text.position(begin);
                text.put(PLACEHOLDER);
            }
            text.put('\n');
            places.add(borders.line(), damage);
        }
        text.flip();
        return text.hasRemaining();
    }

    private @Nullable Damage decode() {
        if (text.remaining() <= borders.length()) {
            text = CharBuffer.allocate(text.position() + borders.length() + CHUNK)
                    .put(text.flip());
        }
        ByteBuffer bytes = ByteBuffer.wrap(window.bytes(), window.from(), borders.length());
        CoderResult result = decoder.reset().decode(bytes, text, true);
        if (!borders.isAscii()) {
            encoding =
                    encoding.plus(EncodingCounts.of(window.bytes(), window.from(), borders.length(), result.isError()));
        }
        return result.isError() ? Damage.INVALID_TEXT : null;
    }

    @Override
    public void close() {}
}
