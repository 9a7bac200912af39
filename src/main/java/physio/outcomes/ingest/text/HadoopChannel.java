package physio.outcomes.ingest.text;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * A file of Hadoop's, for reading. What goes wrong with its file system is told apart from what is wrong with its bytes. Who reads backwards, as an
 * archive's end is looked for byte by byte, is served from a stretch that is read at once: going back costs HDFS a connection.
 */
final class HadoopChannel implements SeekableByteChannel {
    private static final int STRETCH = 1 << 16;

    private final String path;
    private final FSDataInputStream stream;
    private final long size;
    private byte[] stretch = new byte[0];
    private long stretchFrom;
    private long position;
    private boolean isOpen = true;

    HadoopChannel(String path, FSDataInputStream stream, long size) {
        this.path = path;
        this.stream = stream;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        requireOpen();
        int count;
        if (to.hasArray()) {
            count = read(to.array(), to.arrayOffset() + to.position(), to.remaining());
            to.position(to.position() + Math.max(count, 0));
        } else {
            byte[] bytes = new byte[Math.min(to.remaining(), STRETCH)];
            count = read(bytes, 0, bytes.length);
            to.put(bytes, 0, Math.max(count, 0));
        }
        position += Math.max(count, 0);
        return count;
    }

    private int read(byte[] to, int from, int most) throws IOException {
        if (position >= size) {
            return -1;
        }
        try {
            if (position < stream.getPos() && !isInStretch()) {
                readStretch();
            }
            if (isInStretch()) {
                int at = (int) (position - stretchFrom);
                int count = Math.min(most, stretch.length - at);
                System.arraycopy(stretch, at, to, from, count);
                return count;
            }
            stream.seek(position);
            return stream.read(to, from, most);
        } catch (ChecksumException | EOFException damaged) {
            throw damaged;
        } catch (IOException | RuntimeException unreachable) {
            throw HadoopStorage.withheld(path, unreachable);
        }
    }

    private boolean isInStretch() {
        return position >= stretchFrom && position < stretchFrom + stretch.length;
    }

    /** The bytes that end a little after the position. */
    private void readStretch() throws IOException {
        long end = Math.min(size, position + STRETCH / 8);
        stretchFrom = Math.max(0, end - STRETCH);
        stretch = new byte[(int) (end - stretchFrom)];
        stream.seek(stretchFrom);
        stream.readFully(stretch);
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long next) throws IOException {
        requireOpen();
        position = next;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return size;
    }

    private void requireOpen() throws ClosedChannelException {
        if (!isOpen) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        stream.close();
    }
}
