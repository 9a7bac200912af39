package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Files of the store's tables as they lie on disk: a local one with its checksums in a second file beside it, others with those of their file system. */
final class StoredFiles {
    private static final int BUFFER = 1 << 20;

    /** Hadoop keeps 4 bytes for each 512 of a local file, behind a head of 8; a file of checksums of another length it passes over. */
    private static final int CHECKED_BYTES = 512;

    private StoredFiles() {}

    /** A file, and what is wrong with it in a few words. */
    record Fault(Path file, String words) {
        @Override
        public String toString() {
            return shown(file) + " " + words + ".";
        }
    }

    /** What is wrong with a file, read to its end, in a few words; none when it is as it was written. */
    static Optional<String> fault(Path file) {
        try {
            FileSystem disk = disk(file);
            if (!disk.exists(file)) {
                return Optional.of("is missing");
            }
            if (disk instanceof ChecksumFileSystem checked && !hasChecksums(checked, file)) {
                return Optional.of("is not whole, or its checksums are not ("
                        + checked.getChecksumFile(file).getName() + ")");
            }
            read(disk, file);
            return Optional.empty();
        } catch (ChecksumException damaged) {
            return Optional.of("is not what was written: its checksums say otherwise");
        } catch (IOException unreadable) {
            return Optional.of("cannot be read");
        }
    }

    private static boolean hasChecksums(ChecksumFileSystem checked, Path file) throws IOException {
        FileSystem raw = checked.getRawFileSystem();
        Path checksums = checked.getChecksumFile(file);
        long blocks = (raw.getFileStatus(file).getLen() + CHECKED_BYTES - 1) / CHECKED_BYTES;
        return raw.exists(checksums)
                && raw.getFileStatus(checksums).getLen() == 2 * Integer.BYTES + Integer.BYTES * blocks;
    }

    /** Reading is what compares the checksums. */
    private static void read(FileSystem disk, Path file) throws IOException {
        try (FSDataInputStream stream = disk.open(file)) {
            byte[] buffer = new byte[BUFFER];
            int bytes = 0;
            while (bytes >= 0) {
                bytes = stream.read(buffer);
            }
        }
    }

    /** What a file lies in. */
    static FileSystem disk(Path file) throws IOException {
        return FileSystem.get(file.toUri(), Catalog.CONFIGURATION);
    }

    /** Removes a file, a local one with its checksums; one that is gone is none. */
    static void remove(Path file) throws IOException {
        FileSystem disk = disk(file);
        // Hadoop says of a local file that it may not remove no more than of one that is gone.
        if (!disk.delete(file, false) && disk.exists(file)) {
            throw new IOException("Cannot remove a file of the store");
        }
    }

    /** Puts on disk what was removed from a folder; other file systems do so by themselves. */
    static void sync(Path folder) throws IOException {
        if (isLocal(folder)) {
            DurableFiles.sync(local(folder));
        }
    }

    /** Where a file is that Iceberg names. */
    static Path at(String location) {
        try {
            return qualified(new Path(location));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** The same place with its file system, as listings of folders name it. */
    static Path qualified(Path place) throws IOException {
        return disk(place).makeQualified(place);
    }

    /** How people know it: of a local file the path alone. */
    static String shown(Path file) {
        return isLocal(file) ? local(file).toString() : file.toString();
    }

    /** Whether a place that has its file system is on this machine. */
    static boolean isLocal(Path place) {
        return "file".equals(place.toUri().getScheme());
    }

    /** A local place as Java has it. */
    static java.nio.file.Path local(Path place) {
        return java.nio.file.Path.of(place.toUri().getPath());
    }
}
