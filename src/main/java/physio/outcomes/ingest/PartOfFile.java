package physio.outcomes.ingest;

import java.io.Serializable;
import physio.outcomes.ingest.text.FilePart;

/** A part of a delivered file that is to be read, and the number of its delivery. */
public record PartOfFile(DeliveredFile file, int delivery, FilePart part) implements Serializable {

    /** The delivery's number with the part's index. */
    public PartId id() {
        return new PartId(delivery, part.index());
    }
}
