package physio.outcomes.compare;

import java.math.BigInteger;

/**
 * Σ s sᵀ over vectors of whole numbers, exact in 128 bits: in whatever order vectors and parts are added, the result is the same to
 * the last bit. Only the lower triangle is kept.
 */
final class ExactOuterProduct {
    private final int size;
    private final long[] high;
    private final long[] low;
    private long vectors;

    ExactOuterProduct(int size) {
        this.size = size;
        this.high = new long[size * (size + 1) / 2];
        this.low = new long[high.length];
    }

    /** Takes a vector; components that are 0 cost next to nothing. */
    void add(long[] vector) {
        vectors++;
        for (int i = 0; i < size; i++) {
            if (vector[i] != 0) {
                for (int j = 0; j <= i; j++) {
                    addProduct(i * (i + 1) / 2 + j, vector[i], vector[j]);
                }
            }
        }
    }

    private void addProduct(int at, long left, long right) {
        if (right != 0) {
            add(at, Math.multiplyHigh(left, right), left * right);
        }
    }

    private void add(int at, long highPart, long lowPart) {
        long sum = low[at] + lowPart;
        long carry = Long.compareUnsigned(sum, lowPart) < 0 ? 1 : 0;
        low[at] = sum;
        high[at] += highPart + carry;
    }

    /** Takes what another has summed, given as {@link #high()} and {@link #low()}. */
    void add(long[] otherHigh, long[] otherLow, long otherVectors) {
        for (int i = 0; i < high.length; i++) {
            add(i, otherHigh[i], otherLow[i]);
        }
        vectors += otherVectors;
    }

    long[] high() {
        return high;
    }

    long[] low() {
        return low;
    }

    /** How many vectors were added. */
    long vectors() {
        return vectors;
    }

    /** The matrix, each entry divided by a power of two and rounded once. */
    double[][] matrix(int halvings) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                int at = i * (i + 1) / 2 + j;
                BigInteger sum =
                        BigInteger.valueOf(high[at]).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low[at])));
                matrix[i][j] = Math.scalb(sum.doubleValue(), -halvings);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
