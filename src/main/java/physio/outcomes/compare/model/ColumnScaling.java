package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.List;

/**
 * Centres and scales columns that hold scores, so that a baseline of five digits does not cost the fit ten; dummies
 * stay, and with them the gaps of a sparse design. Without an intercept nothing is centred.
 */
final class ColumnScaling {
    private final double[] centre;
    private final double[] scale;
    private final int intercept;

    /** Of the kept columns: {@code place} says where a column is among them, or −1. */
    ColumnScaling(List<LogisticPattern> patterns, int[] place, int kept) {
        centre = new double[kept];
        scale = new double[kept];
        double[] sums = new double[kept];
        double[] squares = new double[kept];
        int[] ones = new int[kept];
        boolean[] isScore = new boolean[kept];
        for (LogisticPattern pattern : patterns) {
            for (int entry = 0; entry < pattern.entries(); entry++) {
                int at = place[pattern.column(entry)];
                if (at >= 0) {
                    double value = pattern.value(entry);
                    sums[at] += value;
                    squares[at] += value * value;
                    ones[at] += value == 1 ? 1 : 0;
                    isScore[at] |= value != 0 && value != 1;
                }
            }
        }
        int rows = patterns.size();
        intercept = firstOf(ones, rows);
        for (int i = 0; i < kept; i++) {
            centre[i] = isScore[i] && intercept >= 0 ? sums[i] / rows : 0;
            scale[i] = isScore[i] ? Math.sqrt(Math.max(1, squares[i] / rows - centre[i] * centre[i])) : 1;
        }
    }

    private static int firstOf(int[] counts, int count) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == count) {
                return i;
            }
        }
        return -1;
    }

    /** Scales a row in place. */
    void apply(double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (row[i] - centre[i]) / scale[i];
        }
    }

    /** Coefficients for columns as they were. */
    double[] undo(double[] coefficients) {
        double[] raw = new double[coefficients.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = coefficients[i] / scale[i];
        }
        if (intercept >= 0) {
            for (int i = 0; i < raw.length; i++) {
                raw[intercept] -= centre[i] * coefficients[i] / scale[i];
            }
        }
        return raw;
    }

    /** Their covariance: what {@link #undo} does, to columns and rows. */
    double[][] undo(double[][] covariance) {
        double[][] half = Arrays.stream(covariance).map(this::undo).toArray(double[][]::new);
        double[][] turned = new double[half.length][half.length];
        for (int i = 0; i < half.length; i++) {
            for (int j = 0; j < half.length; j++) {
                turned[i][j] = half[j][i];
            }
        }
        return Arrays.stream(turned).map(this::undo).toArray(double[][]::new);
    }
}
