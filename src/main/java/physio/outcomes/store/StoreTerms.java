package physio.outcomes.store;

import java.util.Optional;
import org.apache.iceberg.Table;
import physio.outcomes.domain.UserException;

/** What a store's patients are told apart by for as long as it lasts: its key, and whether ids of all sources are of one scope. */
final class StoreTerms {
    private static final String KEY_CHECK = "outcomes.key-check";
    private static final String SCOPE = "outcomes.patients-scope";
    private static final String ALL = "all";

    private final Table ledger;

    StoreTerms(Table ledger) {
        this.ledger = ledger;
    }

    /** Sets the key of a new store. */
    void begin(StoreKey key) {
        ledger.updateProperties().set(KEY_CHECK, key.check()).commit();
    }

    /** Checks that a key is the one the store was made with. */
    void checkKey(StoreKey key) {
        if (!key.check().equals(ledger.properties().get(KEY_CHECK))) {
            throw UserException.store("The store's key is not the one that it was made with:"
                    + " put that one back from a backup; with another, no patient would be recognised.");
        }
    }

    /**
     * Fixes the scope of ids, or checks it: with another one person would have two keys.
     *
     * @param isEmpty whether the store holds nothing that it was used for
     */
    void fixScope(boolean isOneScope, boolean isEmpty) {
        String asked = isOneScope ? ALL : "source";
        Optional<String> stored = scope();
        if (stored.isEmpty() || isEmpty) {
            ledger.updateProperties().set(SCOPE, asked).commit();
        } else if (!stored.orElseThrow().equals(asked)) {
            throw UserException.usage("Cannot change patients.scope from " + stored.orElseThrow() + " to " + asked
                    + ": the store's patients are told apart by it. Use another store.");
        }
    }

    /** Whether an id is the same patient in the files of all sources. */
    boolean isOneScope() {
        return scope().filter(ALL::equals).isPresent();
    }

    private Optional<String> scope() {
        return Optional.ofNullable(ledger.properties().get(SCOPE));
    }
}
