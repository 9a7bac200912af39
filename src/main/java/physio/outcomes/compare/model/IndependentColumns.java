package physio.outcomes.compare.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Which columns of covariate patterns are no combination of earlier ones, exactly. */
final class IndependentColumns {
    private IndependentColumns() {}

    /** Their indexes, ascending. */
    static int[] of(List<String> names, List<LogisticPattern> patterns) {
        long[][] sums = new long[names.size()][names.size()];
        for (LogisticPattern pattern : patterns) {
            for (int i = 0; i < pattern.entries(); i++) {
                long[] line = sums[pattern.column(i)];
                for (int j = 0; j < pattern.entries(); j++) {
                    long product = Math.multiplyExact(pattern.value(i), pattern.value(j));
                    line[pattern.column(j)] = Math.addExact(line[pattern.column(j)], product);
                }
            }
        }
        BigInteger[][] design = Arrays.stream(sums)
                .map(line -> Arrays.stream(line).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new))
                .toArray(BigInteger[][]::new);
        BigInteger[] response = new BigInteger[names.size()];
        Arrays.fill(response, BigInteger.ZERO);
        return LeastSquares.solve(new CrossProducts(names, design, response, BigInteger.ZERO, patterns.size()))
                .indexes();
    }
}
