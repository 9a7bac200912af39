package physio.outcomes.compare.model;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that ordinary least squares needs of its rows, exact: every column is a dummy or a score in whole steps, so the
 * sums are integers and merge in any order to the same bits.
 */
public final class CrossProducts {
    private final List<String> columns;
    private final BigInteger[][] design;
    private final BigInteger[] response;
    private final BigInteger squaredResponse;
    private final long rows;

    /**
     * Takes copies.
     *
     * @param columns names of the design's columns, the intercept among them, in the order in which they are kept
     * @param design XᵀX, symmetric
     * @param response Xᵀy
     * @param squaredResponse yᵀy
     * @param rows N
     */
    public CrossProducts(
            List<String> columns, BigInteger[][] design, BigInteger[] response, BigInteger squaredResponse, long rows) {
        this.columns = List.copyOf(columns);
        this.design = copy(design);
        this.response = response.clone();
        this.squaredResponse = squaredResponse;
        this.rows = rows;
        checkShape();
    }

    private static BigInteger[][] copy(BigInteger[][] matrix) {
        BigInteger[][] copy = new BigInteger[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    private void checkShape() {
        int size = columns.size();
        boolean fits = design.length == size
                && response.length == size
                && IntStream.range(0, size).allMatch(i -> design[i].length == size);
        if (!fits || columns.stream().distinct().count() != size) {
            throw new IllegalArgumentException(
                    "Invalid cross products: not square over " + size + " columns of different names");
        }
        boolean symmetric = IntStream.range(0, size)
                .allMatch(i -> IntStream.range(0, i).allMatch(j -> design[i][j].equals(design[j][i])));
        if (!symmetric) {
            throw new IllegalArgumentException("Invalid cross products: XᵀX is not symmetric");
        }
    }

    public List<String> columns() {
        return columns;
    }

    /** N. */
    public long rows() {
        return rows;
    }

    /** Row i of [XᵀX, Xᵀy; yᵀX, yᵀy], entry j; the response is the last. */
    BigInteger entry(int i, int j) {
        int last = columns.size();
        if (i == last && j == last) {
            return squaredResponse;
        }
        return i == last ? response[j] : j == last ? response[i] : design[i][j];
    }
}
