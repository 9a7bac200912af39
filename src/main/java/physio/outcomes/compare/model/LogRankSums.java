package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Expected events of each group and their hypergeometric covariance, summed over days with an event. */
final class LogRankSums {
    private final double[] expected;
    private final double[][] covariance;

    LogRankSums(int groups) {
        expected = new double[groups];
        covariance = new double[groups][groups];
    }

    /** Adds a stratum: the times of each group in it. */
    void add(List<EventTimes> groups) {
        int[] days = groups.stream()
                .flatMapToInt(group -> Arrays.stream(group.eventDays()))
                .sorted()
                .distinct()
                .toArray();
        for (int day : days) {
            double[] atRisk =
                    groups.stream().mapToDouble(group -> group.atRisk(day)).toArray();
            add(atRisk, groups.stream().mapToDouble(group -> group.events(day)).sum());
        }
    }

    private void add(double[] atRisk, double events) {
        double all = Arrays.stream(atRisk).sum();
        double spread = all > 1 ? events * (all - events) / (all - 1) : 0;
        for (int i = 0; i < expected.length; i++) {
            double share = atRisk[i] / all;
            expected[i] += events * share;
            for (int j = 0; j < expected.length; j++) {
                covariance[i][j] += spread * share * ((i == j ? 1 : 0) - atRisk[j] / all);
            }
        }
    }

    double expected(int group) {
        return expected[group];
    }

    /** Of all {@code groups} but the first: with it the covariance is singular. */
    double[][] covariance(int[] groups) {
        return IntStream.range(1, groups.length)
                .mapToObj(i -> IntStream.range(1, groups.length)
                        .mapToDouble(j -> covariance[groups[i]][groups[j]])
                        .toArray())
                .toArray(double[][]::new);
    }
}
