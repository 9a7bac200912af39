package physio.outcomes.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.compare.model.ClusterSums;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.CrossProducts;
import physio.outcomes.compare.model.MixedModel;
import physio.outcomes.compare.sums.ExactOuterProduct;
import physio.outcomes.compare.sums.Layout;

/** A random intercept for each patient or clinic; the response is improvement. */
record MixedFit(String cluster, Arms arms, long rows, MixedModel mixed) implements Fit {

    /**
     * Fits {@code improvement ~ columns + (1 | cluster)}; empty when it cannot be estimated.
     *
     * @param products over the columns
     * @param columns of the layout
     * @param bySize Σ s sᵀ over clusters, by their number of rows, over the whole layout
     */
    static Optional<MixedFit> of(
            String cluster, Arms arms, CrossProducts products, int[] columns, Map<Long, ExactOuterProduct> bySize) {
        List<ClusterSums> clusters = new ArrayList<>();
        bySize.forEach((size, sums) -> clusters.add(clusters(size, sums, columns)));
        return MixedModel.fit(products, clusters).map(mixed -> new MixedFit(cluster, arms, products.rows(), mixed));
    }

    private static ClusterSums clusters(long size, ExactOuterProduct sums, int[] columns) {
        BigInteger[][] design = new BigInteger[columns.length][columns.length];
        BigInteger[] product = new BigInteger[columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                design[i][j] = sums.entry(columns[i], columns[j]);
            }
            product[i] = sums.entry(columns[i], Layout.RESPONSE);
        }
        return new ClusterSums(size, sums.vectors(), design, product, sums.entry(Layout.RESPONSE, Layout.RESPONSE));
    }

    @Override
    public String model() {
        return "mixed_" + cluster;
    }

    @Override
    public List<String> columns() {
        return mixed.columns();
    }

    @Override
    public List<String> aliased() {
        return mixed.aliased();
    }

    @Override
    public Contrast contrast(String term) {
        return mixed.contrast(term);
    }

    @Override
    public int sign() {
        return 1;
    }

    @Override
    public List<String> notes() {
        return mixed.isBoundary()
                ? List.of("no variance between " + cluster + "s: the fit is that of a linear model")
                : List.of();
    }

    @Override
    public Map<String, Double> variances() {
        Map<String, Double> variances = new LinkedHashMap<>();
        variances.put(cluster + " (Intercept)", mixed.clusterVariance());
        variances.put("Residual", mixed.residualVariance());
        return variances;
    }

    /** The REML criterion's log-likelihood of the response in the measure's unit, as lme4 gives it. */
    double logLikelihood() {
        // A step changes the scale of the response in N − p directions, and of the baseline's column in one more.
        long directions = rows - columns().size() + (columns().contains("baseline") ? 1 : 0);
        return mixed.logLikelihood()
                - directions * StrictMath.log(arms.measure().stepSize());
    }
}
