package physio.outcomes.compare.model;

import java.math.BigInteger;
import java.util.Arrays;

/** What a random intercept needs of the clusters of one size, exact, over the columns of {@link CrossProducts}. */
public final class ClusterSums {
    private final long size;
    private final long clusters;
    private final BigInteger[][] design;
    private final BigInteger[] product;
    private final BigInteger squared;

    /**
     * Takes copies.
     *
     * @param size rows of each cluster, n
     * @param clusters how many there are, m
     * @param design Σ (Xᵀ1)(Xᵀ1)ᵀ over them, symmetric
     * @param product Σ (Xᵀ1)(1ᵀy)
     * @param squared Σ (1ᵀy)²
     */
    public ClusterSums(long size, long clusters, BigInteger[][] design, BigInteger[] product, BigInteger squared) {
        if (size < 1 || clusters < 1) {
            throw new IllegalArgumentException(
                    "Invalid cluster sums: " + clusters + " clusters of size " + size + " (must be at least 1)");
        }
        if (design.length != product.length || Arrays.stream(design).anyMatch(row -> row.length != product.length)) {
            throw new IllegalArgumentException("Invalid cluster sums: not square over " + product.length + " columns");
        }
        this.size = size;
        this.clusters = clusters;
        this.design = Arrays.stream(design).map(BigInteger[]::clone).toArray(BigInteger[][]::new);
        this.product = product.clone();
        this.squared = squared;
    }

    /** n. */
    public long size() {
        return size;
    }

    /** m. */
    public long clusters() {
        return clusters;
    }

    /** How many columns X has. */
    int columns() {
        return product.length;
    }

    /** Row i of Σ (Zᵀ1)(Zᵀ1)ᵀ, Z = [X, y], entry j; the response is the last. */
    BigInteger entry(int i, int j) {
        int last = product.length;
        if (i == last && j == last) {
            return squared;
        }
        return i == last ? product[j] : j == last ? product[i] : design[i][j];
    }
}
