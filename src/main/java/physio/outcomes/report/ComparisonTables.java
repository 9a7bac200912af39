package physio.outcomes.report;

import java.util.List;
import physio.outcomes.privacy.PublishedTable;

/**
 * The published tables that a comparison shows.
 *
 * @param outcomes by technique over the whole period
 * @param contrasts with the reference, by model
 * @param terms of the models
 * @param adjustedMeans of each technique
 * @param participation episodes with baseline and follow-up
 */
public record ComparisonTables(
        PublishedTable outcomes,
        PublishedTable contrasts,
        PublishedTable terms,
        PublishedTable adjustedMeans,
        PublishedTable participation) {

    /** All of them, in the order in which they are written. */
    public List<PublishedTable> all() {
        return List.of(outcomes, contrasts, terms, adjustedMeans, participation);
    }
}
