package physio.outcomes.store;

import java.util.List;

/**
 * What erasing a patient came to, or would come to.
 *
 * @param sessions that the patient had, once for each delivery that brought them
 * @param rejected records of the patient in quarantine
 * @param deliveries the numbers of those that brought them
 * @param states of the store that they were removed from: what it was as of each delivery
 * @param withheld clinics' months that had been released with the patient in them, and are not counted in later releases
 * @param read files that were read in the end, to prove that nothing of the patient is in them; none when nothing was changed
 */
public record StoreErased(long sessions, long rejected, List<Integer> deliveries, int states, int withheld, int read) {}
