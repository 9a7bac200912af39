package physio.outcomes.store;

import java.util.List;

/**
 * What a look at a whole store found.
 *
 * @param deliveries in it
 * @param files that its states are made of, all read to their ends
 * @param wrong sentences about what is wrong, each naming the file or delivery; none when all is well
 * @param leftovers files that belong to no state
 */
public record StoreCheck(int deliveries, int files, List<String> wrong, Leftovers leftovers) {}
