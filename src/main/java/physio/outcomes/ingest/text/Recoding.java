package physio.outcomes.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns text of any character set into UTF-8; what is no text in it becomes a byte that is none in UTF-8 either. */
final class Recoding extends InputStream {
    private static final int CHUNK = 1 << 15;
    private static final byte NEVER_IN_UTF_8 = (byte) 0xFF;

    private final InputStream source;
    private final CharsetDecoder decoder;
    private final ByteBuffer encoded = ByteBuffer.allocate(CHUNK).limit(0);
    private final CharBuffer text = CharBuffer.allocate(CHUNK);
    private ByteBuffer recoded = ByteBuffer.allocate(0);
    private boolean isEnded;

    Recoding(InputStream source, Charset charset) {
        this.source = source;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        while (!recoded.hasRemaining()) {
            if (isEnded) {
                return -1;
            }
            recode();
        }
        int given = Math.min(count, recoded.remaining());
        recoded.get(target, offset, given);
        return given;
    }

    private void recode() throws IOException {
        encoded.compact();
        int count = source.read(encoded.array(), encoded.position(), encoded.remaining());
        isEnded = count < 0;
        encoded.position(encoded.position() + Math.max(count, 0)).flip();
        text.clear();
        CoderResult result = decoder.decode(encoded, text, isEnded);
        ByteBuffer plain = StandardCharsets.UTF_8.encode(text.flip());
        if (result.isError()) {
            encoded.position(encoded.position() + result.length());
            isEnded = false;
            plain = ByteBuffer.allocate(plain.remaining() + 1)
                    .put(plain)
                    .put(NEVER_IN_UTF_8)
                    .flip();
        } else if (result.isOverflow()) {
            isEnded = false;
        }
        recoded = plain;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
