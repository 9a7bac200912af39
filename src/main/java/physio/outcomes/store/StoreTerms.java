package physio.outcomes.store;

import java.util.Optional;
import java.util.function.BooleanSupplier;
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
     * @param isEmpty tells whether the store holds nothing that it was used for; asked only when they differ
     */
    void fixScope(boolean isOneScope, BooleanSupplier isEmpty) {
        String asked = isOneScope ? ALL : "source";
        String stored = scope().orElse(asked);
        if (!stored.equals(asked) && !isEmpty.getAsBoolean()) {
            throw UserException.usage("Cannot change patients.scope from " + stored + " to " + asked
                    + ": the store's patients are told apart by it. Use another store.");
        }
        if (!scope().equals(Optional.of(asked))) {
            ledger.updateProperties().set(SCOPE, asked).commit();
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
