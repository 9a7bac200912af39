package physio.outcomes.ingest.text;

import java.io.Serializable;

/**
 * A stretch of a file that one task reads: it begins and ends on record borders.
 *
 * @param index its place among the parts of its file, from 0
 * @param begin its first byte, from 0
 * @param end the byte after its last
 * @param line the physical line on which it begins
 * @param records how many records of the file lie before it
 * @param checksum CRC-32C of its bytes when the file was surveyed
 */
public record FilePart(int index, long begin, long end, long line, long records, long checksum)
        implements Serializable {
    /** The whole of a file that is read in one go from its header on; its bytes are checked by their SHA-256. */
    public static final FilePart WHOLE = new FilePart(0, 0, Long.MAX_VALUE, 1, 0, 0);

    /** Whether this is a file's only part. */
    public boolean isWhole() {
        return end == Long.MAX_VALUE;
    }
}
