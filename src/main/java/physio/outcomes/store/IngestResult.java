package physio.outcomes.store;

import java.util.List;
import physio.outcomes.ingest.Tally;

/**
 * What a run's taking in came to.
 *
 * @param run its number
 * @param deliveries those taken in
 * @param notices sentences about files that the store had already
 * @param warnings sentences about what an analyst should look at
 * @param refusals sentences about files that were refused
 */
public record IngestResult(
        int run, List<Delivery> deliveries, List<String> notices, List<String> warnings, List<String> refusals) {

    /** The counts of all deliveries together. */
    public Tally tally() {
        return deliveries.stream().map(Delivery::tally).reduce(Tally.ZERO, Tally::plus);
    }
}
