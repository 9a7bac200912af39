package physio.outcomes.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The store's disk, which fails at a chosen operation of those that change it. While it is in place, all of this process write to it, Spark's
 * tasks too.
 */
final class FailingDisk implements AutoCloseable {
    private static final URI LOCAL = URI.create("file:///");

    private static Fault fault = Fault.NONE;
    private static int point;
    private static int done;
    private static int opened;

    /** What happens at the operation, and after it. */
    enum Fault {
        NONE,
        /** The process dies: a write gets half through, and nothing after it reaches the disk. */
        DEATH,
        /** This operation alone fails. */
        ERROR,
        /** From here on nothing can be made or written; removing and renaming still work. */
        FULL,
        /** One file cannot be opened for reading. */
        UNREADABLE
    }

    /** Puts the disk in place. */
    FailingDisk() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set("fs.file.impl", FailingFileSystem.class.getName());
        FileSystem.get(LOCAL, configuration).close();
        FileSystem.get(LOCAL, configuration);
    }

    /** Lets an operation fail, the first of its kind being 0; later ones go by the fault. */
    void failAt(Fault what, int operation) {
        set(what, operation);
    }

    /** From here on all goes well. */
    void mend() {
        set(Fault.NONE, 0);
    }

    private static synchronized void set(Fault what, int operation) {
        fault = what;
        point = operation;
        done = 0;
        opened = 0;
    }

    /** How many operations there were, since the last call of the others, at which a fault may happen. */
    int operations(Fault what) {
        return count(what);
    }

    private static synchronized int count(Fault what) {
        return what == Fault.UNREADABLE ? opened : done;
    }

    /** Puts the usual disk back. */
    @Override
    public void close() throws IOException {
        mend();
        FileSystem.get(LOCAL, new Configuration()).close();
    }

    /** Whether a change is to fail; {@code needsRoom} those that a full disk refuses. */
    private static synchronized boolean fails(boolean needsRoom) {
        int operation = done++;
        boolean isPast = operation > point;
        boolean isNow = operation == point;
        return switch (fault) {
            case NONE, UNREADABLE -> false;
            case DEATH -> isNow || isPast;
            case ERROR -> isNow;
            case FULL -> (isNow || isPast) && needsRoom;
        };
    }

    /** Whether a file is not to be read. */
    private static synchronized boolean isUnreadable() {
        return opened++ == point && fault == Fault.UNREADABLE;
    }

    private static void orFail(boolean needsRoom) throws IOException {
        if (fails(needsRoom)) {
            throw failure();
        }
    }

    private static IOException failure() {
        return new IOException("The disk of this test failed");
    }

    /** Made by Hadoop, by name. */
    public static final class FailingFileSystem extends SyncedFileSystem {
        public FailingFileSystem() {
            super(new Raw());
        }
    }

    private static final class Raw extends SyncedFileSystem.SyncedRawFileSystem {
        @Override
        public FSDataInputStream open(Path file, int bufferSize) throws IOException {
            if (isUnreadable()) {
                throw failure();
            }
            return super.open(file, bufferSize);
        }

        @Override
        protected OutputStream createOutputStreamWithMode(Path file, boolean append, FsPermission permission)
                throws IOException {
            orFail(true);
            return new Stream(super.createOutputStreamWithMode(file, append, permission));
        }

        /** Fails before or after it. */
        @Override
        public boolean rename(Path from, Path to) throws IOException {
            orFail(false);
            boolean isRenamed = super.rename(from, to);
            orFail(false);
            return isRenamed;
        }

        @Override
        public boolean mkdirs(Path folder) throws IOException {
            if (exists(folder)) {
                return true;
            }
            orFail(true);
            return super.mkdirs(folder);
        }

        @Override
        public boolean delete(Path path, boolean isRecursive) throws IOException {
            orFail(false);
            return super.delete(path, isRecursive);
        }
    }

    private static final class Stream extends FilterOutputStream {
        Stream(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (fails(true)) {
                out.write(bytes, offset, length / 2);
                out.flush();
                throw failure();
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
            orFail(true);
        }
    }
}
