package physio.outcomes.compare.model;

import org.apache.commons.numbers.core.DD;

/**
 * The sweep operator of {@link Sweep} in 32 digits, which many fits of one design can afford, and which are enough for
 * a squared condition of 1e20. All columns but the last, the response, are swept; they must be independent.
 */
final class DoubleDoubleSweep {
    private final DD[][] matrix;
    private final double logDeterminant;

    DoubleDoubleSweep(SymmetricMatrix products) {
        matrix = products.full();
        double sum = 0;
        for (int pivot = 0; pivot < matrix.length - 1; pivot++) {
            sum += StrictMath.log(matrix[pivot][pivot].doubleValue());
            sweep(pivot);
        }
        logDeterminant = sum;
    }

    private void sweep(int pivot) {
        DD inverse = matrix[pivot][pivot].reciprocal();
        DD[] line = matrix[pivot].clone();
        for (int i = 0; i < line.length; i++) {
            if (i != pivot && !line[i].isZero()) {
                subtract(i, line, line[i].multiply(inverse));
            }
        }
        for (int i = 0; i < line.length; i++) {
            matrix[i][pivot] = line[i].multiply(inverse);
            matrix[pivot][i] = matrix[i][pivot];
        }
        matrix[pivot][pivot] = inverse.negate();
    }

    /** Takes factor · line from row {@code i} up to its diagonal, and mirrors it. */
    private void subtract(int i, DD[] line, DD factor) {
        for (int j = 0; j <= i; j++) {
            matrix[i][j] = matrix[i][j].subtract(factor.multiply(line[j]));
            matrix[j][i] = matrix[i][j];
        }
    }

    /** log |XᵀX|. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** (XᵀX)⁻¹. */
    SymmetricMatrix inverse() {
        return new SymmetricMatrix(matrix.length - 1, (i, j) -> matrix[i][j].negate());
    }

    /** (XᵀX)⁻¹Xᵀy. */
    DD[] coefficients() {
        DD[] coefficients = new DD[matrix.length - 1];
        System.arraycopy(matrix[matrix.length - 1], 0, coefficients, 0, coefficients.length);
        return coefficients;
    }

    /** The residual sum of squares. */
    double residual() {
        return matrix[matrix.length - 1][matrix.length - 1].doubleValue();
    }
}
