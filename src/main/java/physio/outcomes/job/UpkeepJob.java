package physio.outcomes.job;

import java.util.Optional;
import physio.outcomes.store.StoreCheck;
import physio.outcomes.store.StoreCompacted;
import physio.outcomes.store.StoreRestored;
import physio.outcomes.store.Upkeep;

/** Looks after a store; needs no Spark. */
public final class UpkeepJob {
    private final Upkeep upkeep;

    public UpkeepJob(Workplace workplace) {
        this.upkeep = new Upkeep(workplace.store(), workplace.clock(), workplace.progress()::stage);
    }

    /** Says what is wrong with the store. */
    public StoreCheck verify() {
        return upkeep.check();
    }

    /** Goes back to when a delivery was the newest, or to the newest state that is whole. */
    public StoreRestored restore(Optional<Integer> to) {
        return upkeep.restore(to);
    }

    /** Tidies the store up. */
    public StoreCompacted compact() {
        return upkeep.compact();
    }
}
