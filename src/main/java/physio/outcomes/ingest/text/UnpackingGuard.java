package physio.outcomes.ingest.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Stops unpacking what grows beyond all reason: a small archive can hold a file larger than any disk. */
final class UnpackingGuard extends FilterInputStream {
    /** Session records shrink to a fifth or a tenth of their size. */
    static final int MOST_TIMES = 100;
    /** Below this a file is harmless, and a short one may be very regular. */
    static final long HARMLESS = 1 << 20;

    /** One TiB: more sessions than a nation has in a century. */
    static final long MOST_BYTES = 1L << 40;

    private final LongSupplier packed;
    private long unpacked;

    /**
     * A guarded stream.
     *
     * @param packed how many packed bytes were read so far
     */
    UnpackingGuard(InputStream stream, LongSupplier packed) {
        super(stream);
        this.packed = packed;
    }

    /** Thrown when a packed file is too large unpacked. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static boolean isBeyondReason(long unpackedBytes, long packedBytes) {
        return unpackedBytes > MOST_BYTES || (unpackedBytes > HARMLESS && unpackedBytes / MOST_TIMES > packedBytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int given = super.read(target, offset, count);
        unpacked += Math.max(given, 0);
        if (isBeyondReason(unpacked, packed.getAsLong())) {
            throw new Exceeded();
        }
        return given;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.max(0, Math.min(count, 1 << 13))];
        return Math.max(0, read(passed, 0, passed.length));
    }
}
