package physio.outcomes.job;

import java.util.Optional;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;
import physio.outcomes.store.TablePlace;

/** Reads what the ledger says; needs no Spark. */
public final class StatusJob {
    private final Workplace workplace;

    public StatusJob(Workplace workplace) {
        this.workplace = workplace;
    }

    /** The store's state now. */
    public StoreState run() {
        try (Store store = Store.forReading(workplace.store())) {
            return store.state();
        }
    }

    /** Where the store's tables are. */
    public TablePlace tables() {
        return TablePlace.planned(workplace.store(), Optional.empty());
    }
}
