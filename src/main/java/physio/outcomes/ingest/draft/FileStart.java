package physio.outcomes.ingest.draft;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.text.FileLocation;

/** The first bytes of a file, unzipped, and what messages call it: enough for a draft, however large the file is. */
public final class FileStart {
    private static final int MOST_BYTES = 2 << 20;

    private final String name;
    private final byte[] bytes;

    private FileStart(String name, byte[] bytes) {
        this.name = name.replaceAll("\\p{Cntrl}", "?");
        this.bytes = bytes;
    }

    /**
     * Reads the start of a file.
     *
     * @throws UserException when it is not there, not readable, damaged or no CSV file by its first bytes
     */
    public static FileStart read(FileLocation file) {
        if (!isFile(file)) {
            throw UserException.usage(
                    "Cannot read " + file + ": it is not there, or not a plain file; check the path.");
        }
        try (InputStream raw = file.open();
                InputStream plain = file.isGzipped() ? unzipped(raw) : raw) {
            return of(file.name(), plain.readNBytes(MOST_BYTES + 1));
        } catch (IOException damaged) {
            throw UserException.usage(
                    "Cannot read " + file + ": it breaks off, is damaged or not readable; ask for it again.");
        }
    }

    private static boolean isFile(FileLocation file) {
        try {
            return file.isFile();
        } catch (IOException unreachable) {
            throw file.unreachable();
        }
    }

    /** The start of a file that is in memory already; what lies beyond 2 MiB is not looked at. */
    public static FileStart of(String name, byte[] bytes) {
        FileStart start = new FileStart(name, bytes);
        if (start.beginsWith(0x1f, 0x8b)) {
            throw start.refused("is gzipped: give it a name that ends in .csv.gz");
        }
        if (start.beginsWith('P', 'K') || start.beginsWith(0xd0, 0xcf)) {
            throw start.refused("is a spreadsheet or an archive: save the sheet as CSV first");
        }
        return start;
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(raw)
                .setDecompressConcatenated(true)
                .get();
    }

    boolean beginsWith(int... first) {
        return bytes.length >= first.length
                && IntStream.range(0, first.length).allMatch(i -> (bytes[i] & 0xff) == first[i]);
    }

    /** Whether the file goes on behind what was read. */
    boolean isCut() {
        return bytes.length > MOST_BYTES;
    }

    String name() {
        return name;
    }

    /** The bytes, without a byte-order mark of this length. */
    byte[] bytes(int mark) {
        return Arrays.copyOfRange(bytes, mark, Math.min(bytes.length, MOST_BYTES));
    }

    UserException refused(String what) {
        return UserException.usage("Cannot draft a mapping for " + name + ": it " + what + ".");
    }
}
