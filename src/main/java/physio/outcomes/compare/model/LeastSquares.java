package physio.outcomes.compare.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Ordinary least squares from exact cross products. A column that is a combination of earlier ones is dropped and
 * named, as R's {@code lm} does; all results are over the kept columns, in their order.
 */
public final class LeastSquares {
    private final List<String> columns;
    private final List<String> aliased;
    private final int[] indexes;
    private final double[] coefficients;
    private final double[][] inverse;
    private final double residualSumOfSquares;
    private final long rows;

    /** Fits {@code products}. */
    public static LeastSquares solve(CrossProducts products) {
        Sweep sweep = new Sweep(products);
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < products.columns().size(); column++) {
            if (!sweep.isExhausted(column)) {
                sweep.sweep(column);
                kept.add(column);
            }
        }
        return new LeastSquares(products, sweep, kept);
    }

    private LeastSquares(CrossProducts products, Sweep swept, List<Integer> kept) {
        int response = products.columns().size();
        rows = products.rows();
        indexes = kept.stream().mapToInt(Integer::intValue).toArray();
        columns = kept.stream().map(products.columns()::get).toList();
        aliased = products.columns().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        coefficients = kept.stream()
                .mapToDouble(column -> swept.entry(column, response).doubleValue())
                .toArray();
        inverse = inverse(swept, indexes);
        residualSumOfSquares = swept.isExhausted(response)
                ? 0
                : swept.entry(response, response).doubleValue();
    }

    private static double[][] inverse(Sweep swept, int[] indexes) {
        double[][] inverse = new double[indexes.length][indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            for (int j = 0; j < indexes.length; j++) {
                inverse[i][j] = swept.entry(indexes[i], indexes[j]).negate().doubleValue();
            }
        }
        return inverse;
    }

    /** Names of the kept columns. */
    public List<String> columns() {
        return columns;
    }

    /** Where the kept columns were in the cross products, from 0. */
    public int[] indexes() {
        return indexes.clone();
    }

    /** Names of the dropped columns, in their order. */
    public List<String> aliased() {
        return aliased;
    }

    /** One for each kept column, in steps of the response per unit of the column. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** The coefficient of a kept column. */
    public double coefficient(String column) {
        return coefficients[position(column)];
    }

    /** Where {@code column} is among the kept ones, from 0. */
    public int position(String column) {
        int position = columns.indexOf(column);
        if (position < 0) {
            throw new IllegalArgumentException("Cannot find column " + column + ": not kept in the fit");
        }
        return position;
    }

    /** (XᵀX)⁻¹ over the kept columns. */
    public double[][] inverse() {
        double[][] copy = new double[inverse.length][];
        for (int i = 0; i < inverse.length; i++) {
            copy[i] = inverse[i].clone();
        }
        return copy;
    }

    /** How many columns are kept. */
    public int rank() {
        return columns.size();
    }

    /** N. */
    public long rows() {
        return rows;
    }

    /** In steps of the response squared; exactly 0 for a perfect fit. */
    public double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    /** The residual SD √[RSS/(N − rank)], in steps of the response; empty when no degree of freedom is left. */
    public OptionalDouble sigma() {
        long left = rows - rank();
        return left < 1 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(residualSumOfSquares / left));
    }
}
