package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import physio.outcomes.measure.statistic.ReferenceFiles;

/** Mixed models of many columns, many sizes and many rows. */
class MixedModelScaleTest {
    /** It takes one second; a machine may be busy. */
    private static final Duration GENEROUS = Duration.ofSeconds(10);

    /** One cluster of each size from 1 on: an intercept, a baseline of five digits and dummies. */
    private static TestDesign design(int columns, int sizes) {
        Random random = new Random(7);
        TestDesign design = new TestDesign(
                IntStream.range(0, columns).mapToObj(i -> "x" + i).toArray(String[]::new));
        for (int size = 1; size <= sizes; size++) {
            long level = random.nextInt(30);
            for (int row = 0; row < size; row++) {
                long[] values = new long[columns];
                Arrays.setAll(values, i -> random.nextInt(2));
                values[0] = 1;
                values[1] = 99_000L + random.nextInt(1000);
                design.row("cluster " + size, level + random.nextInt(50), values);
            }
        }
        return design;
    }

    @Test
    void fitsSixtyColumnsAndAHundredSizesQuickly() {
        TestDesign design = design(60, 100);
        CrossProducts products = design.products();
        List<ClusterSums> clusters = design.clusterSums();
        Assertions.assertTimeout(
                GENEROUS,
                () -> assertThat(
                                MixedModel.fit(products, clusters).orElseThrow().columns())
                        .hasSize(60));
    }

    /** A hundred million rows: a million copies of each cluster, which make REML maximum likelihood. */
    @Test
    void fitsAMillionCopiesAsMaximumLikelihoodFitsOne() {
        TestDesign design = ReferenceDesign.mixed("far");
        BigInteger copies = BigInteger.valueOf(1_000_000);
        MixedModel model = MixedModel.fit(
                        times(design.products(), copies),
                        design.clusterSums().stream()
                                .map(sums -> times(sums, copies))
                                .toList())
                .orElseThrow();
        assertThat(ReferenceFiles.reference("mixed-many")).hasSize(5).allSatisfy(row -> {
            Contrast contrast = model.contrast(row.get("term"));
            assertThat(contrast.estimate()).isCloseTo(number(row, "estimate"), withinPercentage(1e-4));
            assertThat(contrast.standardError() * 1000).isCloseTo(number(row, "se"), withinPercentage(1e-4));
            assertThat(model.clusterVariance()).isCloseTo(number(row, "cluster_variance"), withinPercentage(1e-4));
            assertThat(model.residualVariance()).isCloseTo(number(row, "residual_variance"), withinPercentage(1e-4));
        });
    }

    private static CrossProducts times(CrossProducts products, BigInteger copies) {
        int size = products.columns().size();
        BigInteger[][] all = entries(size + 1, (i, j) -> products.entry(i, j).multiply(copies));
        return new CrossProducts(
                products.columns(),
                block(all),
                Arrays.copyOf(all[size], size),
                all[size][size],
                products.rows() * copies.longValue());
    }

    private static ClusterSums times(ClusterSums sums, BigInteger copies) {
        int size = sums.columns();
        BigInteger[][] all = entries(size + 1, (i, j) -> sums.entry(i, j).multiply(copies));
        return new ClusterSums(
                sums.size(),
                sums.clusters() * copies.longValue(),
                block(all),
                Arrays.copyOf(all[size], size),
                all[size][size]);
    }

    private static BigInteger[][] entries(int size, BinaryEntry entry) {
        BigInteger[][] matrix = new BigInteger[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = entry.at(i, j);
            }
        }
        return matrix;
    }

    @FunctionalInterface
    private interface BinaryEntry {
        BigInteger at(int i, int j);
    }

    private static BigInteger[][] block(BigInteger[][] matrix) {
        return Arrays.stream(matrix)
                .limit(matrix.length - 1)
                .map(row -> Arrays.copyOf(row, matrix.length - 1))
                .toArray(BigInteger[][]::new);
    }
}
