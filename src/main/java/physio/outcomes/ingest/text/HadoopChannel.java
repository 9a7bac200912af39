package physio.outcomes.ingest.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file of Hadoop's, for reading. What goes wrong with its file system is told apart from what is wrong with its bytes. */
final class HadoopChannel implements SeekableByteChannel {
    private static final int BUFFER = 1 << 16;

    private final String path;
    private final FSDataInputStream stream;
    private final long size;
    private boolean isOpen = true;

    HadoopChannel(String path, FSDataInputStream stream, long size) {
        this.path = path;
        this.stream = stream;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        requireOpen();
        byte[] bytes = to.hasArray() ? to.array() : new byte[Math.min(to.remaining(), BUFFER)];
        int from = to.hasArray() ? to.arrayOffset() + to.position() : 0;
        int count = read(bytes, from, to.hasArray() ? to.remaining() : bytes.length);
        if (count > 0 && to.hasArray()) {
            to.position(to.position() + count);
        } else if (count > 0) {
            to.put(bytes, 0, count);
        }
        return count;
    }

    private int read(byte[] to, int from, int most) throws IOException {
        try {
            return stream.read(to, from, most);
        } catch (ChecksumException damaged) {
            throw damaged;
        } catch (IOException unreachable) {
            throw (IOException) new FileSystemException(path).initCause(unreachable);
        }
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return stream.getPos();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        requireOpen();
        stream.seek(position);
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
