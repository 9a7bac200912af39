package physio.outcomes.compare.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The log-rank test of times to an event between groups, within strata where there are any (Mantel, Cancer Chemotherapy
 * Reports 1966; Peto and Peto, J Royal Statistical Society A 1972): R's {@code survival::survdiff}.
 *
 * @param groups in the order given
 * @param degreesOfFreedom groups at risk at some event, less one
 */
public record LogRank(List<Group> groups, double chiSquared, int degreesOfFreedom, double p) {
    /**
     * One group over all strata.
     *
     * @param observed events
     * @param expected events, were all groups alike
     */
    public record Group(long size, long observed, double expected) {}

    public LogRank {
        groups = List.copyOf(groups);
    }

    /** Without strata. */
    public static Optional<LogRank> test(List<EventTimes> groups) {
        return stratified(List.of(groups));
    }

    /**
     * Over {@code strata}, each with the times of the same groups in the same order. Empty where fewer than two groups
     * are at risk at an event, or no stratum sets some of them against the others.
     */
    public static Optional<LogRank> stratified(List<List<EventTimes>> strata) {
        int size = strata.get(0).size();
        if (strata.stream().anyMatch(stratum -> stratum.size() != size)) {
            throw new IllegalArgumentException("Invalid strata: not all of " + size + " groups");
        }
        LogRankSums sums = new LogRankSums(size);
        strata.forEach(sums::add);
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < size; group++) {
            int own = group;
            groups.add(new Group(
                    strata.stream()
                            .mapToLong(stratum -> stratum.get(own).size())
                            .sum(),
                    strata.stream()
                            .mapToLong(stratum -> stratum.get(own).events())
                            .sum(),
                    sums.expected(group)));
        }
        int[] atRisk = IntStream.range(0, size)
                .filter(group -> sums.expected(group) > 0)
                .toArray();
        return atRisk.length < 2 ? Optional.empty() : test(groups, sums, atRisk);
    }

    private static Optional<LogRank> test(List<Group> groups, LogRankSums sums, int[] atRisk) {
        int df = atRisk.length - 1;
        double[] excess = IntStream.rangeClosed(1, df)
                .mapToDouble(i ->
                        groups.get(atRisk[i]).observed() - groups.get(atRisk[i]).expected())
                .toArray();
        return Cholesky.of(sums.covariance(atRisk)).map(factor -> {
            double[] solved = factor.solve(excess);
            double chiSquared = IntStream.range(0, df)
                    .mapToDouble(i -> solved[i] * excess[i])
                    .sum();
            double p = ChiSquaredDistribution.of(df).survivalProbability(chiSquared);
            return new LogRank(groups, chiSquared, df, p);
        });
    }
}
