package physio.outcomes.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Syncable;
import org.apache.hadoop.fs.permission.FsPermission;
import physio.outcomes.ingest.text.HadoopStorage;

/**
 * Hadoop's checksummed local file system, except that what is written is on disk when it says so: streams are synced before they
 * close, folders after a file in them was made or renamed. Iceberg's Hadoop catalog syncs nothing by itself.
 */
public class SyncedFileSystem extends LocalFileSystem {
    /**
     * Hadoop's settings by which it is used, and files are for their owner alone: Hadoop gives each its permissions, whatever the mask of the process. In HDFS,
     * whoever has written a file waits until its name node has heard of it, at first for 20 ms and not for 400, and at least as often as by default: tables have
     * many small files.
     */
    static final Map<String, String> SETTINGS = Map.of(
            "fs.file.impl",
            SyncedFileSystem.class.getName(),
            "fs.permissions.umask-mode",
            "077",
            "dfs.client.block.write.locateFollowingBlock.initial.delay.ms",
            "20",
            "dfs.client.block.write.locateFollowingBlock.retries",
            "10");

    /** Hadoop's settings on this machine, these among them. */
    public static Configuration configuration() {
        Configuration configuration = HadoopStorage.configuration();
        SETTINGS.forEach(configuration::set);
        return configuration;
    }

    /** The same as Spark's settings. */
    public static Map<String, Object> sparkSettings() {
        return SETTINGS.entrySet().stream()
                .collect(Collectors.toMap(setting -> "spark.hadoop." + setting.getKey(), Map.Entry::getValue));
    }

    /**
     * Has all Hadoop's users in this process use it for local files from here on. Whoever asked first may have got Hadoop's own, as {@code spark-submit} does, and
     * Hadoop gives the same to all who come later, whatever their settings.
     */
    static void takeOver() {
        URI local = URI.create("file:///");
        try {
            FileSystem current = FileSystem.get(local, Catalog.CONFIGURATION);
            if (!(current instanceof SyncedFileSystem)) {
                // Ends nothing but that it is given to others.
                current.close();
                FileSystem.get(local, Catalog.CONFIGURATION);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Hadoop makes file systems by name and without arguments. */
    public SyncedFileSystem() {
        this(new SyncedRawFileSystem());
    }

    SyncedFileSystem(SyncedRawFileSystem raw) {
        super(raw);
    }

    /** The checksums first: the file is what others look for, and once it is in its place it is whole. */
    @Override
    public boolean rename(Path from, Path to) throws IOException {
        Path checksums = getChecksumFile(from);
        if (!fs.exists(checksums) || fs.exists(to)) {
            return super.rename(from, to);
        }
        return fs.rename(checksums, getChecksumFile(to)) && fs.rename(from, to);
    }

    /** The same without checksums, which the file system above keeps. */
    static class SyncedRawFileSystem extends RawLocalFileSystem {

        @Override
        protected OutputStream createOutputStreamWithMode(Path file, boolean append, FsPermission permission)
                throws IOException {
            return new SyncedOutputStream(
                    super.createOutputStreamWithMode(file, append, permission),
                    pathToFile(file).getParentFile().toPath());
        }

        @Override
        public boolean rename(Path from, Path to) throws IOException {
            boolean isRenamed = super.rename(from, to);
            sync(pathToFile(from).getParentFile().toPath());
            sync(pathToFile(to).getParentFile().toPath());
            return isRenamed;
        }

        @Override
        public boolean mkdirs(Path folder) throws IOException {
            boolean isMade = super.mkdirs(folder);
            sync(pathToFile(folder).getParentFile().toPath());
            return isMade;
        }

        /** In this process: Hadoop starts a chmod for every file that it makes, which takes longer than to write it. */
        @Override
        public void setPermission(Path file, FsPermission permission) throws IOException {
            PosixFileAttributeView posix =
                    Files.getFileAttributeView(pathToFile(file).toPath(), PosixFileAttributeView.class);
            if (posix == null || permission.getStickyBit()) {
                super.setPermission(file, permission);
            } else {
                posix.setPermissions(PosixFilePermissions.fromString(permission.toString()));
            }
        }
    }

    /** Fails unchecked: after an {@link IOException} of a rename, Iceberg would find that it was done, and say so. */
    private static void sync(java.nio.file.Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class SyncedOutputStream extends FilterOutputStream {
        private final java.nio.file.Path folder;
        private boolean isClosed;

        SyncedOutputStream(OutputStream stream, java.nio.file.Path folder) {
            super(stream);
            this.folder = folder;
        }

        /** Of a full disk Hadoop makes an error, which nobody up to the command line would take for one of the machine. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (FSError failed) {
                throw new IOException(failed.getMessage(), failed);
            }
        }

        @Override
        public void close() throws IOException {
            if (isClosed) {
                return;
            }
            isClosed = true;
            try (OutputStream closing = out) {
                closing.flush();
                ((Syncable) closing).hsync();
            }
            sync(folder);
        }
    }
}
