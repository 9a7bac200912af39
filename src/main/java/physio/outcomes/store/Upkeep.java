package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import physio.outcomes.domain.UserException;

/** What a store that people keep for years needs now and then: a look whether all is well, a way back, and tidying up. */
public final class Upkeep {
    private final Path folder;
    private final Clock clock;
    private final boolean isWaiting;
    private final Consumer<String> progress;

    /**
     * Of a store.
     *
     * @param isWaiting whether changes wait for another run to end
     * @param progress told what goes on
     * @throws UserException when there is none in the folder
     */
    public Upkeep(Path folder, Clock clock, boolean isWaiting, Consumer<String> progress) {
        Warehouse.require(folder);
        this.folder = folder;
        this.clock = clock;
        this.isWaiting = isWaiting;
        this.progress = progress;
    }

    /** Reads everything, changes nothing, and says what is wrong. */
    public StoreCheck check() {
        return new Verification(folder, new Catalog(folder), progress).run();
    }

    /**
     * Makes an earlier state that of now.
     *
     * @param to the number of the newest delivery then; absent for the newest state that is whole
     * @throws UserException when there is no such state, or another run holds the store
     */
    public StoreRestored restore(Optional<Integer> to) {
        try (Store store = Store.held(folder, isWaiting, clock)) {
            Restoration restoration = new Restoration(folder, store.catalog(), progress);
            StoreRestored restored = to.isPresent() ? restoration.to(to.get()) : restoration.toNewestWhole();
            store.recover();
            return restored;
        } catch (IOException failed) {
            throw UserException.store("Cannot write to the store " + folder + ": check room and permissions.");
        }
    }

    /**
     * Removes a patient from all that the store holds or ever held, for good.
     *
     * @param source whose id it is
     * @param isTrial whether to say only what it would come to
     * @throws UserException when there is no such patient, or another run holds the store
     */
    public StoreErased erase(String source, String patientId, boolean isTrial) {
        try (Store store = Store.forWriting(folder, isWaiting, clock)) {
            StoreTerms terms = store.ledger().terms();
            StoreKey key = StoreKey.read(folder, terms.isOneScope());
            terms.checkKey(key);
            return new Erasure(folder, store.catalog(), progress).erase(key.patient(source, patientId), isTrial);
        } catch (IOException failed) {
            throw UserException.store("Cannot write to the store " + folder
                    + ": check room and permissions. The next command that writes to it goes on with the erasure.");
        }
    }

    /**
     * Lets this version write to a store that an earlier one made, or that one again.
     *
     * @throws UserException when there is nothing to do, or no way back: the earlier one would take erased patients in again
     */
    public void upgrade(boolean isBack) {
        try (Store store = Store.held(folder, isWaiting, clock)) {
            TableTimes.setBack(store.catalog());
            Ledger ledger = store.ledger();
            ledger.state();
            int format = isBack ? LedgerSummary.FORMAT - 1 : LedgerSummary.FORMAT;
            if (LedgerSummary.format(ledger.table().currentSnapshot()) == format) {
                throw UserException.usage("The store has format " + format + " already.");
            }
            if (ledger.numbers().erased() > 0) {
                throw UserException.usage("There is no way back to format " + format
                        + ": patients were erased, and a program that knows no newer format would take them in again.");
            }
            ledger.restateAs(format);
        }
    }

    /**
     * Merges small files and removes what no state is made of; what is in the store stays the same.
     *
     * @param first the delivery as of which the store can be asked for, absent for all that can be now: those before it are forgotten
     */
    public StoreCompacted compact(Optional<Integer> first) {
        try (Store store = Store.forWriting(folder, isWaiting, clock)) {
            first.ifPresent(new Forgetting(store.ledger(), store.releases())::before);
            return new Compaction(folder, store.catalog(), clock.instant(), progress).run();
        }
    }
}
