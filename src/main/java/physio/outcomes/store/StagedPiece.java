package physio.outcomes.store;

import java.io.Serializable;
import physio.outcomes.ingest.KeyBlock;

/** What a task that reads hands on to the task that compares keys. */
sealed interface StagedPiece extends Serializable {

    /** Keys of sessions. */
    record Keys(KeyBlock block) implements StagedPiece {}

    /** A part that was read to its end; it is only passed on. */
    record Part(StagedPart part) implements StagedPiece {}
}
