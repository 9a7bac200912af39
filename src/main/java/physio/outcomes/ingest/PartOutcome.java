package physio.outcomes.ingest;

import java.io.Serializable;

/** What came of reading a part of a file. */
public sealed interface PartOutcome extends Serializable {

    /** Read to its end. */
    record Read(FileCounts counts) implements PartOutcome {}

    /** The file is refused: a sentence without its name. */
    record Refused(String sentence) implements PartOutcome {}
}
