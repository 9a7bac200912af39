package physio.outcomes.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A window on a stream of bytes that grows to what is asked for and slides on; keeps the checksum of what it slid over. */
final class ByteWindow {
    private static final int FIRST_CAPACITY = 1 << 16;
    private static final int MOST_CAPACITY = 4 << 20;

    private final InputStream stream;
    private final CRC32C checksum = new CRC32C();
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int from;
    private int limit;
    private int checked;
    private long offset;
    private boolean isEnded;

    /** The stream's first byte is number {@code offset} of its file. */
    ByteWindow(InputStream stream, long offset) {
        this.stream = stream;
        this.offset = offset;
    }

    /** Reads on until this many bytes lie ahead or the stream has ended. */
    void ensure(int wanted) throws IOException {
        if (limit - from >= wanted || isEnded) {
            return;
        }
        slide();
        while (limit < wanted && !isEnded) {
            if (limit == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, MOST_CAPACITY));
            }
            fill();
        }
    }

    private void slide() {
        check();
        System.arraycopy(bytes, from, bytes, 0, limit - from);
        limit -= from;
        from = 0;
        checked = 0;
    }

    /** To the brim: what is read ahead now is not moved again soon. */
    private void fill() throws IOException {
        while (limit < bytes.length && !isEnded) {
            int count = stream.read(bytes, limit, bytes.length - limit);
            if (count < 0) {
                isEnded = true;
            } else {
                limit += count;
            }
        }
    }

    private void check() {
        checksum.update(bytes, checked, from - checked);
        checked = from;
    }

    void advance(int count) {
        from += count;
        offset += count;
    }

    /** The bytes, valid from {@link #from()} to {@link #limit()}. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int limit() {
        return limit;
    }

    boolean isEmpty() {
        return from == limit;
    }

    /** The place in the file of the first byte ahead. */
    long offset() {
        return offset;
    }

    /** CRC-32C of the bytes slid over since it was asked last. */
    long takeChecksum() {
        check();
        long sum = checksum.getValue();
        checksum.reset();
        return sum;
    }
}
