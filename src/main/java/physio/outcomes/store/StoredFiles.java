package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;

/** Files of the store's tables as they lie on disk, each with its checksums in a second file beside it. */
final class StoredFiles {
    private static final int BUFFER = 1 << 20;

    /** Hadoop keeps 4 bytes for each 512 of a file, behind a head of 8; a file of checksums of another length it passes over. */
    private static final int CHECKED_BYTES = 512;

    private StoredFiles() {}

    /** A file, and what is wrong with it in a few words. */
    record Fault(Path file, String words) {
        @Override
        public String toString() {
            return file + " " + words + ".";
        }
    }

    /** What is wrong with a file, read to its end, in a few words; none when it is as it was written. */
    static Optional<String> fault(Path file) {
        if (!Files.exists(file)) {
            return Optional.of("is missing");
        }
        try {
            long blocks = (Files.size(file) + CHECKED_BYTES - 1) / CHECKED_BYTES;
            if (!Files.exists(checksums(file))
                    || Files.size(checksums(file)) != 2 * Integer.BYTES + Integer.BYTES * blocks) {
                return Optional.of("is not whole, or its checksums are not ("
                        + checksums(file).getFileName() + ")");
            }
            read(file);
            return Optional.empty();
        } catch (ChecksumException damaged) {
            return Optional.of("is not what was written: its checksums say otherwise");
        } catch (IOException unreadable) {
            return Optional.of("cannot be read");
        }
    }

    /** Reading is what compares the checksums. */
    private static void read(Path file) throws IOException {
        FileSystem disk = FileSystem.get(file.toUri(), Catalog.CONFIGURATION);
        try (FSDataInputStream stream = disk.open(new org.apache.hadoop.fs.Path(file.toUri()))) {
            byte[] buffer = new byte[BUFFER];
            int bytes = 0;
            while (bytes >= 0) {
                bytes = stream.read(buffer);
            }
        }
    }

    /** Where the checksums of a file are. */
    static Path checksums(Path file) {
        return file.resolveSibling(String.format(Locale.ROOT, ".%s.crc", file.getFileName()));
    }

    /** Where a file is that Iceberg names. */
    static Path at(String location) {
        return Path.of(new org.apache.hadoop.fs.Path(location).toUri().getPath());
    }
}
