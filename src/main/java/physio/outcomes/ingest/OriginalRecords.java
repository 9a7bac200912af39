package physio.outcomes.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.ingest.text.FilePart;
import physio.outcomes.ingest.text.RawRecord;
import physio.outcomes.ingest.text.RawRecords;
import physio.outcomes.ingest.text.RefusedFile;

/** Records of a delivered file once more, as they stand in it. */
public final class OriginalRecords {
    private OriginalRecords() {}

    /** Takes the header, then records; one that could not be taken apart has no fields. */
    public interface Taker {
        void header(List<String> names) throws IOException;

        void record(long number, List<String> fields) throws IOException;
    }

    /**
     * Hands over the header and the wanted records, in their order.
     *
     * @param mapping what the file was taken in by: delimiter, character set and skipped lines
     * @param lines of the wanted records, by their number
     * @throws UserException when the file cannot be read, or reads otherwise than when it was taken in
     * @throws IOException what the taker throws
     */
    public static void read(FileLocation file, Mapping mapping, Map<Long, Long> lines, Taker taker) throws IOException {
        try (RawRecords records = RawRecords.open(file, FilePart.WHOLE, mapping.csv())) {
            taker.header(records.header());
            long found = 0;
            for (Optional<RawRecord> next = records.next(); next.isPresent(); next = records.next()) {
                RawRecord record = next.get();
                Long line = lines.get(record.number());
                if (line != null) {
                    check(file, line == record.line());
                    found++;
                    taker.record(record.number(), record instanceof RawRecord.Sound sound ? sound.fields() : List.of());
                }
            }
            check(file, found == lines.size());
        } catch (RefusedFile refused) {
            throw UserException.usage(
                    file.name() + " " + refused.sentence() + " Give the --mapping that it was taken in by.");
        }
    }

    private static void check(FileLocation file, boolean isAsTakenIn) {
        if (!isAsTakenIn) {
            throw UserException.usage(file.name()
                    + " reads otherwise than when it was taken in: give the --mapping that it was taken in by.");
        }
    }
}
