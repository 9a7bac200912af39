package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.List;

/** Patterns as a sparse, scaled matrix X of the kept columns, and the sums over it that a logistic fit needs. */
final class LogisticDesign {
    private final int columns;
    private final ColumnScaling scaling;
    private final double[] trials;
    private final double[] successes;
    private final int[][] places;
    private final double[][] values;

    /**
     * Sums in the order of {@code patterns}.
     *
     * @param place where a column is among the kept ones, or −1
     */
    LogisticDesign(List<LogisticPattern> patterns, int[] place) {
        columns = (int) Arrays.stream(place).filter(at -> at >= 0).count();
        scaling = new ColumnScaling(patterns, place, columns);
        trials = patterns.stream().mapToDouble(LogisticPattern::trials).toArray();
        successes = patterns.stream().mapToDouble(LogisticPattern::successes).toArray();
        places = new int[patterns.size()][];
        values = new double[patterns.size()][];
        for (int row = 0; row < places.length; row++) {
            addRow(row, patterns.get(row), place);
        }
    }

    private void addRow(int row, LogisticPattern pattern, int[] place) {
        double[] dense = new double[columns];
        for (int entry = 0; entry < pattern.entries(); entry++) {
            int at = place[pattern.column(entry)];
            if (at >= 0) {
                dense[at] = pattern.value(entry);
            }
        }
        scaling.apply(dense);
        int count = 0;
        int[] filled = new int[columns];
        for (int i = 0; i < columns; i++) {
            if (dense[i] != 0) {
                filled[count] = i;
                dense[count] = dense[i];
                count++;
            }
        }
        places[row] = Arrays.copyOf(filled, count);
        values[row] = Arrays.copyOf(dense, count);
    }

    int columns() {
        return columns;
    }

    ColumnScaling scaling() {
        return scaling;
    }

    /** Xβ. */
    double[] predictors(double[] coefficients) {
        double[] predictors = new double[places.length];
        for (int row = 0; row < places.length; row++) {
            for (int i = 0; i < places[row].length; i++) {
                predictors[row] += values[row][i] * coefficients[places[row][i]];
            }
        }
        return predictors;
    }

    /** −2 log-likelihood, without the constant of the binomial coefficients. */
    double deviance(double[] predictors) {
        double sum = 0;
        for (int row = 0; row < predictors.length; row++) {
            sum += successes[row] * logOnePlusExp(-predictors[row])
                    + (trials[row] - successes[row]) * logOnePlusExp(predictors[row]);
        }
        return 2 * sum;
    }

    private static double logOnePlusExp(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /** Xᵀ(successes − trials · probability). */
    double[] gradient(double[] predictors) {
        double[] gradient = new double[columns];
        for (int row = 0; row < predictors.length; row++) {
            double residual = successes[row] - trials[row] * LogisticFit.probability(predictors[row]);
            for (int i = 0; i < places[row].length; i++) {
                gradient[places[row][i]] += values[row][i] * residual;
            }
        }
        return gradient;
    }

    /** The lower triangle of XᵀWX, W = trials · probability · (1 − probability). */
    double[][] information(double[] predictors) {
        double[][] information = new double[columns][columns];
        for (int row = 0; row < predictors.length; row++) {
            double weight =
                    trials[row] * LogisticFit.probability(predictors[row]) * LogisticFit.probability(-predictors[row]);
            for (int i = 0; i < places[row].length; i++) {
                double weighted = weight * values[row][i];
                double[] line = information[places[row][i]];
                for (int j = 0; j <= i; j++) {
                    line[places[row][j]] += weighted * values[row][j];
                }
            }
        }
        return information;
    }
}
