package physio.outcomes.store;

import java.util.Collection;
import java.util.List;

/** Reads files into data files that no table names yet, and compares their sessions with one another and with those that the store has. */
interface Staging {
    /** Reads the files; what came of each part, in order. */
    Collection<StagedPart> read(List<PlannedFile> files);

    /** What the new deliveries share with earlier ones, after {@link #read}. */
    SharedSessions shared();

    /** Makes one for a run. */
    interface Maker {
        Staging of(PartTask task, StoredKeys stored);
    }
}
