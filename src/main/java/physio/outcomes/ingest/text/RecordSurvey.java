package physio.outcomes.ingest.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import physio.outcomes.catalogue.Mapping.Csv;

/**
 * Reads a large file once for its record borders, so that several tasks can read it at once: whether a line break lies within quotes
 * depends on all that stands before it.
 */
public final class RecordSurvey {
    private RecordSurvey() {}

    /** The parts of a file with the SHA-256 of the whole. */
    public record Surveyed(List<FilePart> parts, String sha256) {}

    /**
     * Divides a plain file; one that must be recoded is read as a whole.
     *
     * @param partBytes a part ends with the first record that reaches this size
     * @throws RefusedFile when it cannot be read or has no sound header
     */
    public static Surveyed divide(FileLocation location, Csv csv, long partBytes) throws RefusedFile {
        try {
            RawRecords.Opened file = RawRecords.Opened.atHeader(location, csv);
            try (FileBytes bytes = file.bytes()) {
                if (bytes.isRecoded()) {
                    return new Surveyed(List.of(FilePart.WHOLE), bytes.digest());
                }
                RecordBorders borders = file.borders();
                borders.expect(HeaderRecord.read(file, csv).size());
                return new Surveyed(parts(file.window(), borders, partBytes), bytes.digest());
            }
        } catch (IOException broken) {
            throw Unreadable.refusal(broken, "");
        }
    }

    private static List<FilePart> parts(ByteWindow window, RecordBorders borders, long partBytes) throws IOException {
        List<FilePart> parts = new ArrayList<>();
        window.takeChecksum();
        long begin = window.offset();
        long line = borders.line();
        long before = 0;
        long records = 0;
        boolean isMore = true;
        while (isMore) {
            isMore = borders.next(Long.MAX_VALUE);
            if (isMore) {
                records++;
                borders.leave();
            }
            if (!isMore || window.offset() - begin >= partBytes) {
                long end = window.offset();
                parts.add(new FilePart(parts.size(), begin, end, line, before, window.takeChecksum()));
                begin = end;
                line = borders.line();
                before = records;
            }
        }
        return parts;
    }
}
