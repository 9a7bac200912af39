package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ordinary least squares and CR1 from rows in doubles, by the textbook: what sums over patterns must agree with. */
final class RowByRow {
    private final List<double[]> design = new ArrayList<>();
    private final List<Double> responses = new ArrayList<>();
    private final List<Object> clusters = new ArrayList<>();

    void add(Object cluster, double response, double... columns) {
        clusters.add(cluster);
        responses.add(response);
        design.add(columns);
    }

    double estimate(double... weights) {
        double[] coefficients = coefficients();
        double estimate = 0;
        for (int i = 0; i < weights.length; i++) {
            estimate += weights[i] * coefficients[i];
        }
        return estimate;
    }

    /** The mean of each column: the weights of a mean at average case mix. */
    double[] columnMeans() {
        double[] means = new double[design.get(0).length];
        for (double[] row : design) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / design.size();
            }
        }
        return means;
    }

    double standardError(double... weights) {
        double[] coefficients = coefficients();
        double[] bread = times(inverse(), weights);
        Map<Object, Double> byCluster = new LinkedHashMap<>();
        for (int row = 0; row < design.size(); row++) {
            double residual = responses.get(row) - dot(coefficients, design.get(row));
            byCluster.merge(clusters.get(row), residual * dot(bread, design.get(row)), Double::sum);
        }
        double n = design.size();
        double g = byCluster.size();
        double sum =
                byCluster.values().stream().mapToDouble(part -> part * part).sum();
        return Math.sqrt(sum * g / (g - 1) * (n - 1) / (n - weights.length));
    }

    private double[] coefficients() {
        double[] products = new double[design.get(0).length];
        for (int row = 0; row < design.size(); row++) {
            for (int i = 0; i < products.length; i++) {
                products[i] += design.get(row)[i] * responses.get(row);
            }
        }
        return times(inverse(), products);
    }

    /** Of XᵀX, by Gauss and Jordan. */
    private double[][] inverse() {
        int size = design.get(0).length;
        double[][] work = new double[size][2 * size];
        for (int i = 0; i < size; i++) {
            work[i][size + i] = 1;
            for (int j = 0; j < size; j++) {
                for (double[] row : design) {
                    work[i][j] += row[i] * row[j];
                }
            }
        }
        for (int pivot = 0; pivot < size; pivot++) {
            double by = work[pivot][pivot];
            for (int j = 0; j < 2 * size; j++) {
                work[pivot][j] /= by;
            }
            for (int i = 0; i < size; i++) {
                double factor = work[i][pivot];
                for (int j = 0; i != pivot && j < 2 * size; j++) {
                    work[i][j] -= factor * work[pivot][j];
                }
            }
        }
        double[][] inverse = new double[size][size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(work[i], size, inverse[i], 0, size);
        }
        return inverse;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
