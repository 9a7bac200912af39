package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.List;

/** What came of reading a file. */
public sealed interface FileOutcome extends Serializable {

    /** Read to its end: the counts, and warnings about what an analyst should look at. */
    record Accepted(Tally tally, List<Warning> warnings) implements FileOutcome {}

    /** Refused whole: one sentence that says why and what to do. */
    record Refused(String sentence) implements FileOutcome {}
}
