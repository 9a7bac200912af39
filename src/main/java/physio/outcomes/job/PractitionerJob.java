package physio.outcomes.job;

import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.store.Store;

/** Tells by which code reports name a practitioner; whoever may read the store's key may ask. */
public final class PractitionerJob {
    private final Workplace workplace;

    public PractitionerJob(Workplace workplace) {
        this.workplace = workplace;
    }

    /** The code of a practitioner's id in a source's files. */
    public String code(String source, String practitionerId) {
        try (Store store = Store.forReading(workplace.store())) {
            return SessionBlocks.practitionerCode(store.practitioner(source, practitionerId.strip()));
        }
    }
}
