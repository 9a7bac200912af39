package physio.outcomes.job;

import java.util.Optional;
import physio.outcomes.store.StoreCheck;
import physio.outcomes.store.StoreCompacted;
import physio.outcomes.store.StoreErased;
import physio.outcomes.store.StoreRestored;
import physio.outcomes.store.Upkeep;

/** Looks after a store; needs no Spark. */
public final class UpkeepJob {
    private final Upkeep upkeep;

    /**
     * At a workplace.
     *
     * @param isWaiting whether changes wait for another run to end
     */
    public UpkeepJob(Workplace workplace, boolean isWaiting) {
        this.upkeep = new Upkeep(workplace.store(), workplace.clock(), isWaiting, workplace.progress()::stage);
    }

    /** Says what is wrong with the store. */
    public StoreCheck verify() {
        return upkeep.check();
    }

    /** Goes back to when a delivery was the newest, or to the newest state that is whole. */
    public StoreRestored restore(Optional<Integer> to) {
        return upkeep.restore(to);
    }

    /** Removes a patient for good, or says what that would come to. */
    public StoreErased erase(String source, String patientId, boolean isTrial) {
        return upkeep.erase(source, patientId.strip(), isTrial);
    }

    /** Lets this version write to an older store, or the older version again. */
    public void upgrade(boolean isBack) {
        upkeep.upgrade(isBack);
    }

    /** Tidies the store up, and forgets what it was before a delivery. */
    public StoreCompacted compact(Optional<Integer> first) {
        return upkeep.compact(first);
    }
}
