package physio.outcomes.ingest;

import java.util.List;
import physio.outcomes.catalogue.Mapping.Csv;
import physio.outcomes.ingest.text.FilePart;
import physio.outcomes.ingest.text.RecordSurvey;
import physio.outcomes.ingest.text.RecordSurvey.Surveyed;
import physio.outcomes.ingest.text.RefusedFile;

/** Decides in how many parts a file is read. */
public final class FileParts {
    /** A larger plain file is read in parts of about this size: half a million sessions, a second or two of one core. */
    public static final long BYTES = 64L << 20;

    private FileParts() {}

    /** The parts of a file; only one that can be divided and is larger than {@code partBytes} is read for it. */
    public static List<FilePart> of(DeliveredFile file, Csv csv, long partBytes) throws RefusedFile {
        if (!isDivided(file, partBytes)) {
            return List.of(FilePart.WHOLE);
        }
        Surveyed surveyed = RecordSurvey.divide(file.location(), csv, partBytes);
        if (!surveyed.sha256().equals(file.sha256())) {
            throw FileOutcome.changed();
        }
        return surveyed.parts();
    }

    /** Whether a file is large enough to be divided, and plain. */
    public static boolean isDivided(DeliveredFile file, long partBytes) {
        return file.bytes() > partBytes && !file.location().isPacked();
    }
}
