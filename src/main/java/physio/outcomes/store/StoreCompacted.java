package physio.outcomes.store;

/**
 * What tidying a store up came to.
 *
 * @param merged small files that were merged
 * @param into how many they became
 * @param removed files that no state of the store was made of
 */
public record StoreCompacted(int merged, int into, Leftovers removed) {}
