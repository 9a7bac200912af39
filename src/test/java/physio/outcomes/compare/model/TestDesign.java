package physio.outcomes.compare.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of a regression in the open, from which tests take the sums that the cluster would deliver. */
final class TestDesign {
    private final List<String> columns;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Long> responses = new ArrayList<>();
    private final List<String> clusters = new ArrayList<>();

    TestDesign(String... columns) {
        this.columns = List.of(columns);
    }

    /** One row; a cluster of its own. */
    TestDesign row(long response, long... values) {
        return row("row " + rows.size(), response, values);
    }

    TestDesign row(String cluster, long response, long... values) {
        rows.add(values);
        responses.add(response);
        clusters.add(cluster);
        return this;
    }

    CrossProducts products() {
        int size = columns.size();
        BigInteger[][] design = new BigInteger[size][size];
        BigInteger[] response = new BigInteger[size];
        for (int i = 0; i < size; i++) {
            response[i] = product(i, size);
            for (int j = 0; j < size; j++) {
                design[i][j] = product(i, j);
            }
        }
        return new CrossProducts(columns, design, response, product(size, size), rows.size());
    }

    private BigInteger product(int i, int j) {
        BigInteger sum = BigInteger.ZERO;
        for (int row = 0; row < rows.size(); row++) {
            sum = sum.add(value(row, i).multiply(value(row, j)));
        }
        return sum;
    }

    private BigInteger value(int row, int column) {
        return BigInteger.valueOf(column == columns.size() ? responses.get(row) : rows.get(row)[column]);
    }

    /** In the order in which the sizes first occur. */
    List<ClusterSums> clusterSums() {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            members.computeIfAbsent(clusters.get(row), cluster -> new ArrayList<>())
                    .add(row);
        }
        return members.values().stream()
                .collect(Collectors.groupingBy(List::size, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> clusterSums(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ClusterSums clusterSums(long size, List<List<Integer>> clustersOfSize) {
        int last = columns.size();
        BigInteger[][] design = new BigInteger[last][last];
        BigInteger[] product = new BigInteger[last];
        for (int i = 0; i < last; i++) {
            product[i] = product(clustersOfSize, i, last);
            for (int j = 0; j < last; j++) {
                design[i][j] = product(clustersOfSize, i, j);
            }
        }
        return new ClusterSums(size, clustersOfSize.size(), design, product, product(clustersOfSize, last, last));
    }

    private BigInteger product(List<List<Integer>> members, int i, int j) {
        return members.stream()
                .map(cluster -> sum(cluster, i).multiply(sum(cluster, j)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger sum(List<Integer> members, int column) {
        return members.stream().map(row -> value(row, column)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** CR1 of {@code fit} over the clusters of the rows. */
    Sandwich sandwich(LeastSquares fit) {
        Map<String, double[]> scores = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            add(scores.computeIfAbsent(clusters.get(row), cluster -> new double[fit.rank()]), fit, row);
        }
        double[][] meat = new double[fit.rank()][fit.rank()];
        for (double[] score : scores.values()) {
            for (int i = 0; i < score.length; i++) {
                for (int j = 0; j < score.length; j++) {
                    meat[i][j] += score[i] * score[j];
                }
            }
        }
        return Sandwich.of(fit, meat, scores.size());
    }

    private void add(double[] score, LeastSquares fit, int row) {
        double residual = responses.get(row);
        for (int i = 0; i < score.length; i++) {
            residual -= fit.coefficients()[i] * rows.get(row)[fit.indexes()[i]];
        }
        for (int i = 0; i < score.length; i++) {
            score[i] += residual * rows.get(row)[fit.indexes()[i]];
        }
    }
}
