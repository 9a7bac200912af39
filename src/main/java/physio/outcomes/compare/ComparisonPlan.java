package physio.outcomes.compare;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.compare.sums.Study;

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
 * @param scope whose sessions are compared
 */
public record ComparisonPlan(
        Map<String, Measure> measures,
        Optional<String> reference,
        List<String> factors,
        Cluster cluster,
        int minPatients,
        int rareBelow,
        Scope scope) {

    /**
     * Whose sessions are compared.
     *
     * @param period as tables name it
     * @param days the first and the last
     * @param region a body region, absent for all
     * @param gapDays a longer pause starts a new episode
     * @param share of an episode's sessions that makes a technique the episode's
     */
    public record Scope(String period, Study.Days days, Optional<String> region, int gapDays, BigDecimal share) {}
}
