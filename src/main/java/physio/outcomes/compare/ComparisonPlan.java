package physio.outcomes.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings.Cluster;

/**
 * How techniques are compared.
 *
 * @param measures by id
 * @param reference the technique the others are held against, absent for the most used
 * @param factors columns of case mix
 * @param cluster within what errors may be correlated
 * @param minPatients an arm with fewer is not compared
 * @param rareBelow levels with fewer patients are pooled before fitting, since the coefficient of one patient is that patient; 0
 *     for none
 */
public record ComparisonPlan(
        Map<String, Measure> measures,
        Optional<String> reference,
        List<String> factors,
        Cluster cluster,
        int minPatients,
        int rareBelow) {

    /** The column that errors cluster by. */
    String clusterColumn() {
        return switch (cluster) {
            case PATIENT -> "patient_key";
            case CLINIC -> "clinic_id";
        };
    }
}
