package physio.outcomes.ingest.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/** A file system that only Hadoop knows, over the folders of this machine; by their names some files cannot be read. */
public final class Shelf extends RawLocalFileSystem {
    private static final AtomicInteger SEEKS = new AtomicInteger();
    private static final URI ADDRESS = URI.create("shelf://there");

    /** What Hadoop knows it by. */
    public static final Map<String, String> SETTINGS = Map.of("fs.shelf.impl", Shelf.class.getName());

    /** The address of a local path. */
    public static String address(Path path) {
        return ADDRESS + path.toString();
    }

    static FileLocation location(Path path) {
        return new FileLocation(new HadoopStorage(SETTINGS), address(path), "");
    }

    @Override
    public void initialize(URI uri, Configuration configuration) throws IOException {
        super.initialize(ADDRESS, configuration);
        setConf(configuration);
    }

    @Override
    public URI getUri() {
        return ADDRESS;
    }

    /** As of HDFS: a folder that one may not list, a name that it does not take, and an address that has no length. */
    @Override
    public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
        String name = path.getName();
        if (name.startsWith("secret")) {
            throw new AccessControlException("of a kind that no user should read");
        }
        if (name.contains(":")) {
            throw new IllegalArgumentException("of a kind that no user should read");
        }
        FileStatus status = super.getFileStatus(path);
        return name.startsWith("endless")
                ? new FileStatus(-1, status.isDirectory(), 1, 1, 1, status.getPath())
                : status;
    }

    @Override
    public boolean exists(org.apache.hadoop.fs.Path path) throws IOException {
        try {
            getFileStatus(path);
            return true;
        } catch (FileNotFoundException missing) {
            return false;
        }
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
        String name = path.getName();
        if (name.startsWith("forbidden")) {
            throw new AccessControlException("of a kind that no user should read");
        }
        if (name.startsWith("unreachable")) {
            throw new ConnectException("of a kind that no user should read");
        }
        FSDataInputStream whole = super.open(path, buffer);
        if (name.startsWith("torn") || name.startsWith("flipped")) {
            return new FSDataInputStream(new Failing(whole, name));
        }
        return name.startsWith("large") ? new FSDataInputStream(new Counting(whole)) : whole;
    }

    /** How often a reader of large files went to another place. */
    static int seeks() {
        return SEEKS.get();
    }

    /** Counts seeks to other places. */
    private static class Counting extends FSInputStream {
        private final FSDataInputStream whole;

        Counting(FSDataInputStream whole) {
            this.whole = whole;
        }

        final FSDataInputStream whole() {
            return whole;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            return whole.read(to, from, most);
        }

        @Override
        public void seek(long position) throws IOException {
            if (position != whole.getPos()) {
                SEEKS.incrementAndGet();
                whole.seek(position);
            }
        }

        @Override
        public long getPos() throws IOException {
            return whole.getPos();
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }

    /** Gives the first bytes, and then fails. */
    private static final class Failing extends Counting {
        private static final int FIRST = 10;
        private final String name;

        Failing(FSDataInputStream whole, String name) {
            super(whole);
            this.name = name;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            if (whole().getPos() < FIRST) {
                return super.read(to, from, Math.min(most, FIRST));
            }
            throw name.startsWith("torn") ? new FileNotFoundException("a block") : new ChecksumException("a block", 0);
        }
    }
}
