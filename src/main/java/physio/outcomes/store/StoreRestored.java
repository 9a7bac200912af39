package physio.outcomes.store;

import java.util.List;

/**
 * What going back came to.
 *
 * @param newest the number of the newest delivery now, 0 when there is none
 * @param last the highest number that a delivery ever had: those above the newest are out of the store, or were never in it
 * @param aside damaged files that were put out of the way
 */
public record StoreRestored(int newest, int last, List<String> aside) {}
