package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.core.DD;

/**
 * A linear model with a random intercept of each cluster, by restricted maximum likelihood (REML), from exact sums: R's
 * {@code lme4::lmer} with the degrees of freedom of {@code lmerTest}. A column that is a combination of earlier ones is
 * dropped and named. Where no variance between clusters is likelier than any, the fit is that of {@code lm}.
 */
public final class MixedModel {
    private final LeastSquares structure;
    private final RandomIntercept model;
    private final RatioFit fit;
    private final Satterthwaite satterthwaite;

    private MixedModel(LeastSquares structure, RandomIntercept model) {
        this.structure = structure;
        this.model = model;
        this.fit = RatioSearch.peak(model);
        this.satterthwaite = new Satterthwaite(model, fit);
    }

    /**
     * Fits {@code products} with the clusters that make them up. Empty where the variances cannot be told apart: all
     * clusters of one row, nothing left within clusters that the columns do not explain, or no more clusters than
     * columns that differ between them alone.
     *
     * @param clusters one for each size, in any order
     * @throws IllegalArgumentException when these are not the clusters of those rows
     */
    public static Optional<MixedModel> fit(CrossProducts products, List<ClusterSums> clusters) {
        List<ClusterSums> bySize = clusters.stream()
                .sorted(Comparator.comparingLong(ClusterSums::size))
                .toList();
        check(products, bySize);
        WithinClusters within = new WithinClusters(products, bySize);
        LeastSquares structure = LeastSquares.solve(products);
        long groups = bySize.stream().mapToLong(ClusterSums::clusters).sum();
        if (within.isExplained() || groups <= structure.rank() - within.rank()) {
            return Optional.empty();
        }
        return Optional.of(
                new MixedModel(structure, new RandomIntercept(within, bySize, structure.indexes(), products.rows())));
    }

    private static void check(CrossProducts products, List<ClusterSums> clusters) {
        int columns = products.columns().size();
        if (clusters.stream().anyMatch(sums -> sums.columns() != columns)) {
            throw new IllegalArgumentException("Invalid cluster sums: not over the " + columns + " columns of the fit");
        }
        if (clusters.stream().mapToLong(ClusterSums::size).distinct().count() != clusters.size()) {
            throw new IllegalArgumentException("Invalid cluster sums: a size occurs twice");
        }
        long rows = clusters.stream()
                .mapToLong(sums -> sums.size() * sums.clusters())
                .sum();
        if (rows != products.rows()) {
            throw new IllegalArgumentException(
                    "Invalid cluster sums: of " + rows + " rows (must be " + products.rows() + ")");
        }
    }

    /** Names of the kept columns. */
    public List<String> columns() {
        return structure.columns();
    }

    /** Names of the dropped columns, in their order. */
    public List<String> aliased() {
        return structure.aliased();
    }

    /** One coefficient, in steps of the response per unit of the column. */
    public Contrast contrast(String column) {
        double[] weights = new double[structure.rank()];
        weights[structure.position(column)] = 1;
        return contrast(weights);
    }

    /** A combination of coefficients, one weight for each kept column. */
    public Contrast contrast(double[] weights) {
        if (weights.length != structure.rank()) {
            throw new IllegalArgumentException("Invalid weights: " + weights.length + " (must be one for each of "
                    + structure.rank() + " kept columns)");
        }
        DD[] precise = Arrays.stream(weights).mapToObj(DD::of).toArray(DD[]::new);
        DD[] coefficients = fit.coefficients();
        DD estimate = DD.ZERO;
        for (int i = 0; i < weights.length; i++) {
            estimate = estimate.add(coefficients[i].multiply(weights[i]));
        }
        double variance = residualVariance() * fit.inverse().quadratic(precise);
        double degreesOfFreedom = isBoundary() ? model.degreesOfFreedom() : satterthwaite.degreesOfFreedom(precise);
        return new Contrast(estimate.doubleValue(), Math.sqrt(variance), degreesOfFreedom);
    }

    /** σ_u², in steps of the response squared. */
    public double clusterVariance() {
        return fit.ratio() * residualVariance();
    }

    /** σ², in steps of the response squared. */
    public double residualVariance() {
        return fit.residualVariance();
    }

    /** The restricted log-likelihood, as lme4's {@code logLik}. */
    public double logLikelihood() {
        return -fit.deviance() / 2;
    }

    /** Whether the variance between clusters is 0. */
    public boolean isBoundary() {
        return fit.ratio() == 0;
    }
}
