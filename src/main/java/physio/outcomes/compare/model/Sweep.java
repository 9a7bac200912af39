package physio.outcomes.compare.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The sweep operator on a symmetric matrix (Goodnight, American Statistician 1979; signs as Lange, Numerical Analysis
 * for Statisticians, 2010, chapter 7): sweeping the columns of [XᵀX, Xᵀy; yᵀX, yᵀy] leaves −(XᵀX)⁻¹, the coefficients
 * and the residual sum of squares in place. 60 digits: the squared condition of XᵀX, which ruins normal equations in
 * doubles, costs a few of them.
 */
final class Sweep {
    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

    /**
     * What is left of a squared column after its forerunners, as a share, is at least 1/determinant for whole-number
     * columns that are independent, and 1e-60 by rounding for aliased ones.
     */
    private static final BigDecimal NOTHING = new BigDecimal("1e-30");

    /** The upper triangle; what is below the diagonal is not used. */
    private final BigDecimal[][] matrix;

    private final BigDecimal[] diagonal;

    Sweep(CrossProducts products) {
        int size = products.columns().size() + 1;
        matrix = new BigDecimal[size][size];
        diagonal = new BigDecimal[size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                matrix[i][j] = new BigDecimal(products.entry(i, j)).round(DIGITS);
            }
            diagonal[i] = matrix[i][i];
        }
    }

    /** Whether nothing is left of {@code column}, or of the response, after those swept so far. */
    boolean isExhausted(int column) {
        return entry(column, column).compareTo(diagonal[column].multiply(NOTHING)) <= 0;
    }

    BigDecimal entry(int i, int j) {
        return i <= j ? matrix[i][j] : matrix[j][i];
    }

    void sweep(int pivot) {
        BigDecimal[] line = line(pivot);
        BigDecimal inverse = BigDecimal.ONE.divide(line[pivot], DIGITS);
        for (int i = 0; i < line.length; i++) {
            if (i != pivot && line[i].signum() != 0) {
                subtract(i, pivot, line, line[i].multiply(inverse, DIGITS));
            }
        }
        for (int i = 0; i < line.length; i++) {
            set(i, pivot, line[i].multiply(inverse, DIGITS));
        }
        matrix[pivot][pivot] = inverse.negate();
    }

    private BigDecimal[] line(int pivot) {
        BigDecimal[] line = new BigDecimal[matrix.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = entry(i, pivot);
        }
        return line;
    }

    /** Takes factor · line from row {@code i}, right of its diagonal. */
    private void subtract(int i, int pivot, BigDecimal[] line, BigDecimal factor) {
        for (int j = i; j < line.length; j++) {
            if (j != pivot && line[j].signum() != 0) {
                matrix[i][j] = matrix[i][j].subtract(factor.multiply(line[j]), DIGITS);
            }
        }
    }

    private void set(int i, int j, BigDecimal value) {
        matrix[Math.min(i, j)][Math.max(i, j)] = value;
    }
}
