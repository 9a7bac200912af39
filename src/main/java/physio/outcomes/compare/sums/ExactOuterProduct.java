package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Σ s sᵀ over vectors of whole numbers, exact in 128 bits: in whatever order vectors and parts are added, the result is the same to
 * the last bit. Only the lower triangle is kept.
 */
public final class ExactOuterProduct implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int size;
    private final long[] high;
    private final long[] low;
    private final int[] filled;
    private long vectors;

    ExactOuterProduct(int size) {
        this.size = size;
        this.high = new long[size * (size + 1) / 2];
        this.low = new long[high.length];
        this.filled = new int[size];
    }

    /** Takes a vector; components that are 0 cost next to nothing. */
    void add(long[] vector) {
        vectors++;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (vector[i] != 0) {
                filled[count++] = i;
            }
        }
        for (int a = 0; a < count; a++) {
            int row = filled[a] * (filled[a] + 1) / 2;
            for (int b = 0; b <= a; b++) {
                addProduct(row + filled[b], vector[filled[a]], vector[filled[b]]);
            }
        }
    }

    private void addProduct(int at, long left, long right) {
        long lowPart = left * right;
        // The high half stands for what the low one, as a signed number, lacks: mostly nothing.
        add(at, Math.multiplyHigh(left, right) - (lowPart >> 63), lowPart);
    }

    private void add(int at, long highPart, long lowPart) {
        long sum = low[at] + lowPart;
        boolean isOver = ((low[at] ^ sum) & (lowPart ^ sum)) < 0;
        low[at] = sum;
        if (highPart != 0 || isOver) {
            high[at] += highPart + (isOver ? (lowPart < 0 ? -1 : 1) : 0);
        }
    }

    /** Adds what another has summed, and gives this. */
    ExactOuterProduct plus(ExactOuterProduct other) {
        for (int i = 0; i < high.length; i++) {
            add(i, other.high[i], other.low[i]);
        }
        vectors += other.vectors;
        return this;
    }

    /** How many vectors were added. */
    public long vectors() {
        return vectors;
    }

    /** An entry of the matrix, exact. */
    public BigInteger entry(int i, int j) {
        int at = i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
        return BigInteger.valueOf(high[at]).shiftLeft(64).add(BigInteger.valueOf(low[at]));
    }

    /** The rows and columns of some places, each entry divided by a power of two and rounded once. */
    public double[][] matrix(int[] places, int halvings) {
        double[][] matrix = new double[places.length][places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = Math.scalb(entry(places[i], places[j]).doubleValue(), -halvings);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
