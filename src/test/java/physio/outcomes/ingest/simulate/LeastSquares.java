package physio.outcomes.ingest.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Ordinary least squares by its normal equations, for a few named terms. */
final class LeastSquares {
    private LeastSquares() {}

    /** One observation: the values of its terms, those not named being 0, and the response. */
    record Row(Map<String, Double> terms, double response) {
        Row without(List<String> references) {
            Map<String, Double> kept = new HashMap<>(terms);
            references.forEach(kept::remove);
            return new Row(kept, response);
        }
    }

    /** The coefficient of each term that any row names; the terms must be linearly independent. */
    static Map<String, Double> fit(List<Row> rows) {
        List<String> terms = List.copyOf(rows.stream()
                .collect(
                        TreeSet<String>::new,
                        (all, row) -> all.addAll(row.terms().keySet()),
                        TreeSet::addAll));
        double[][] equations = new double[terms.size()][terms.size() + 1];
        rows.forEach(row -> add(equations, terms, row));
        double[] solution = solve(equations);
        Map<String, Double> coefficients = new HashMap<>();
        for (int i = 0; i < solution.length; i++) {
            coefficients.put(terms.get(i), solution[i]);
        }
        return coefficients;
    }

    private static void add(double[][] equations, List<String> terms, Row row) {
        double[] x = terms.stream()
                .mapToDouble(term -> row.terms().getOrDefault(term, 0.0))
                .toArray();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                equations[i][j] += x[i] * x[j];
            }
            equations[i][x.length] += x[i] * row.response();
        }
    }

    /** Gauss–Jordan elimination; without pivoting, since the matrix is positive definite. */
    private static double[] solve(double[][] equations) {
        int size = equations.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int i = 0; i < size; i++) {
                double factor = i == pivot ? 0 : equations[i][pivot] / equations[pivot][pivot];
                for (int j = pivot; j <= size; j++) {
                    equations[i][j] -= factor * equations[pivot][j];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = equations[i][size] / equations[i][i];
        }
        return solution;
    }
}
