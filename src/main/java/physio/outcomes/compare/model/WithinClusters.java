package physio.outcomes.compare.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/**
 * The cross products of what differs within clusters, ZᵀZ − Σ_n Q_n/n for Z = [X, y] and Q_n the cluster sums of size
 * n: exact, as whole multiples of 1/(least common multiple of the sizes).
 */
final class WithinClusters {
    private final CrossProducts multiple;
    private final BigDecimal multiplier;
    private final LeastSquares fit;

    WithinClusters(CrossProducts products, List<ClusterSums> clusters) {
        BigInteger common = clusters.stream()
                .map(sums -> BigInteger.valueOf(sums.size()))
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        List<BigInteger> factors = clusters.stream()
                .map(sums -> common.divide(BigInteger.valueOf(sums.size())))
                .toList();
        int size = products.columns().size();
        BigInteger[][] within = new BigInteger[size + 1][size + 1];
        for (int i = 0; i <= size; i++) {
            for (int j = i; j <= size; j++) {
                BigInteger entry = products.entry(i, j).multiply(common);
                for (int k = 0; k < factors.size(); k++) {
                    entry = entry.subtract(clusters.get(k).entry(i, j).multiply(factors.get(k)));
                }
                within[i][j] = entry;
                within[j][i] = entry;
            }
        }
        multiplier = new BigDecimal(common);
        multiple = crossProducts(products, within);
        fit = LeastSquares.solve(multiple);
    }

    private static CrossProducts crossProducts(CrossProducts products, BigInteger[][] within) {
        int size = products.columns().size();
        BigInteger[][] design = new BigInteger[size][size];
        BigInteger[] response = new BigInteger[size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(within[i], 0, design[i], 0, size);
            response[i] = within[i][size];
        }
        return new CrossProducts(products.columns(), design, response, within[size][size], products.rows());
    }

    /** How many independent columns differ within clusters. */
    int rank() {
        return fit.rank();
    }

    /** Whether the columns explain all that differs within clusters. */
    boolean isExplained() {
        return fit.residualSumOfSquares() == 0;
    }

    /** An entry, the response being the last. */
    BigDecimal entry(int i, int j) {
        return new BigDecimal(multiple.entry(i, j)).divide(multiplier, MathContext.DECIMAL128);
    }
}
