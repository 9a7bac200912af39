package physio.outcomes.compare.model;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.numbers.core.DD;

/** A symmetric matrix in 32 digits; the lower triangle is what is stored. */
final class SymmetricMatrix {
    private final DD[][] lower;

    /** An entry of the lower triangle from its place, column at most row. */
    @FunctionalInterface
    interface Entries {
        DD at(int row, int column);
    }

    SymmetricMatrix(int size, Entries entries) {
        lower = new DD[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new DD[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = entries.at(i, j);
            }
        }
    }

    /** The sum of {@code matrices}, each times its weight. */
    SymmetricMatrix plus(List<SymmetricMatrix> matrices, IntToDoubleFunction weights) {
        SymmetricMatrix sum = new SymmetricMatrix(size(), this::at);
        for (int k = 0; k < matrices.size(); k++) {
            sum.add(matrices.get(k), weights.applyAsDouble(k));
        }
        return sum;
    }

    private void add(SymmetricMatrix other, double weight) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (!other.lower[i][j].isZero()) {
                    lower[i][j] = lower[i][j].add(other.lower[i][j].multiply(weight));
                }
            }
        }
    }

    static SymmetricMatrix zero(int size) {
        return new SymmetricMatrix(size, (i, j) -> DD.ZERO);
    }

    int size() {
        return lower.length;
    }

    DD at(int i, int j) {
        return i >= j ? lower[i][j] : lower[j][i];
    }

    /** All of it, for algorithms in place. */
    DD[][] full() {
        DD[][] full = new DD[lower.length][lower.length];
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < lower.length; j++) {
                full[i][j] = at(i, j);
            }
        }
        return full;
    }

    /** M·v. */
    DD[] times(DD[] vector) {
        DD[] product = new DD[lower.length];
        for (int i = 0; i < lower.length; i++) {
            product[i] = DD.ZERO;
            for (int j = 0; j < lower.length; j++) {
                product[i] = product[i].add(at(i, j).multiply(vector[j]));
            }
        }
        return product;
    }

    /** vᵀMv. */
    double quadratic(DD[] vector) {
        return dot(vector, times(vector)).doubleValue();
    }

    private static DD dot(DD[] left, DD[] right) {
        DD sum = DD.ZERO;
        for (int i = 0; i < left.length; i++) {
            sum = sum.add(left[i].multiply(right[i]));
        }
        return sum;
    }

    /** The trace of this times the leading block of {@code other} that has its size. */
    double traceOfProduct(SymmetricMatrix other) {
        DD sum = DD.ZERO;
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < lower.length; j++) {
                sum = sum.add(at(i, j).multiply(other.at(i, j)));
            }
        }
        return sum.doubleValue();
    }

    /** M·B·M, B being the leading block of {@code other} that has the size of this. */
    SymmetricMatrix around(SymmetricMatrix other) {
        DD[][] half = new DD[lower.length][];
        for (int i = 0; i < lower.length; i++) {
            DD[] line = new DD[lower.length];
            for (int j = 0; j < lower.length; j++) {
                line[j] = other.at(i, j);
            }
            half[i] = times(line);
        }
        DD[][] columns = full();
        return new SymmetricMatrix(lower.length, (i, j) -> {
            DD sum = DD.ZERO;
            for (int k = 0; k < half.length; k++) {
                sum = sum.add(columns[i][k].multiply(half[k][j]));
            }
            return sum;
        });
    }
}
