package physio.outcomes.ingest.text;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The bytes of a delivered file, unpacked and without a byte-order mark, in a character set in which the bytes of ASCII mean ASCII: what
 * is not so is recoded to UTF-8.
 */
final class FileBytes implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final DigestInputStream delivered;
    private final InputStream stream;
    private final Charset charset;
    private final int markLength;

    private FileBytes(DigestInputStream delivered, InputStream stream, Charset charset, int markLength) {
        this.delivered = delivered;
        this.stream = stream;
        this.charset = charset;
        this.markLength = markLength;
    }

    /** Opens a file at its beginning; a byte-order mark counts for more than the declared character set. */
    static FileBytes open(FileLocation location, Charset declared) throws IOException {
        DigestInputStream delivered = FileDigest.digesting(raw(location));
        try {
            InputStream unpacked =
                    location.isGzipped() ? unzipped(new BufferedInputStream(delivered, BUFFER)) : delivered;
            BOMInputStream unmarked = BOMInputStream.builder()
                    .setInputStream(unpacked)
                    .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                    .get();
            ByteOrderMark mark = unmarked.getBOM();
            Charset charset = mark == null ? declared : Charset.forName(mark.getCharsetName());
            boolean isReadable = isAsciiBased(charset);
            return new FileBytes(
                    delivered,
                    isReadable ? unmarked : new Recoding(unmarked, charset),
                    isReadable ? charset : StandardCharsets.UTF_8,
                    mark == null ? 0 : mark.length());
        } catch (IOException broken) {
            delivered.close();
            throw broken;
        }
    }

    /** Opens a plain file at one of its bytes. */
    static FileBytes openAt(FileLocation location, Charset charset, long offset) throws IOException {
        SeekableByteChannel channel = location.channel().position(offset);
        DigestInputStream delivered = FileDigest.digesting(Channels.newInputStream(channel));
        delivered.on(false);
        return new FileBytes(delivered, delivered, charset, 0);
    }

    /** The bytes as they were delivered. */
    static InputStream raw(FileLocation location) throws IOException {
        return location.entry().isEmpty() ? location.open() : ArchiveEntries.open(location);
    }

    /** Not the JDK's stream: that one takes whatever follows the first member, if it is damaged, for the end of the file. */
    private static InputStream unzipped(InputStream packed) throws IOException {
        BoundedInputStream counted =
                BoundedInputStream.builder().setInputStream(packed).get();
        InputStream unpacked = GzipCompressorInputStream.builder()
                .setInputStream(counted)
                .setDecompressConcatenated(true)
                .get();
        return new UnpackingGuard(unpacked, counted::getCount);
    }

    /** Whether each byte below 128 is its ASCII character wherever it stands: UTF-8 and most sets of one byte a character. */
    private static boolean isAsciiBased(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        byte[] ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() == 1
                && new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    InputStream stream() {
        return stream;
    }

    /** Whether the stream has other bytes than the file. */
    boolean isRecoded() {
        return stream instanceof Recoding;
    }

    /** The character set of the stream. */
    Charset charset() {
        return charset;
    }

    /** How many bytes of the file lie before the first of the stream. */
    int markLength() {
        return markLength;
    }

    /** SHA-256 in hexadecimal of the file as it was delivered, which is read to its end for it; once only. */
    String digest() throws IOException {
        delivered.transferTo(OutputStream.nullOutputStream());
        return FileDigest.hex(delivered);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
