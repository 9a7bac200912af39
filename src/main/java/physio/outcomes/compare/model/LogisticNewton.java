package physio.outcomes.compare.model;

import java.util.Optional;

/** Newton's method for a logistic likelihood (which is iteratively reweighted least squares), steps halved where they fail. */
final class LogisticNewton {
    private static final double TOLERANCE = 1e-12;
    private static final int MAX_STEPS = 100;
    private static final int MAX_HALVINGS = 30;

    private final LogisticDesign design;
    private double[] coefficients;
    private double[] predictors;
    private double[] lastMove;
    private double deviance;

    LogisticNewton(LogisticDesign design) {
        this.design = design;
        coefficients = new double[design.columns()];
        predictors = design.predictors(coefficients);
        lastMove = new double[predictors.length];
        deviance = design.deviance(predictors);
        boolean isConverged = false;
        boolean canStep = true;
        // One step beyond convergence: it is as good as free of error, and shows what still moves.
        for (int step = 0; step < MAX_STEPS && canStep; step++) {
            boolean wasConverged = isConverged;
            double before = deviance;
            canStep = step();
            isConverged = Math.abs(before - deviance) <= TOLERANCE * (deviance + 0.1);
            canStep &= !wasConverged;
        }
    }

    /** Whether there is a step: not where the likelihood is flat in some direction. */
    private boolean step() {
        Optional<Cholesky> factor = Cholesky.of(design.information(predictors));
        if (factor.isEmpty()) {
            return false;
        }
        double[] step = factor.get().solve(design.gradient(predictors));
        lastMove = design.predictors(step);
        double share = 1;
        for (int halving = 0; halving < MAX_HALVINGS && !take(step, share); halving++) {
            share /= 2;
        }
        return true;
    }

    /** Goes there unless the deviance would rise by more than rounding. */
    private boolean take(double[] step, double share) {
        double[] next = coefficients.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += share * step[i];
        }
        double[] nextPredictors = design.predictors(next);
        double nextDeviance = design.deviance(nextPredictors);
        if (!(nextDeviance <= deviance + TOLERANCE * (deviance + 0.1))) {
            return false;
        }
        coefficients = next;
        predictors = nextPredictors;
        deviance = nextDeviance;
        return true;
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** How far the last full step moved a row's predictor. */
    double lastMove(int row) {
        return lastMove[row];
    }

    /** (XᵀWX)⁻¹ at the end; empty where the likelihood is flat in some direction. */
    Optional<double[][]> inverse() {
        return Cholesky.of(design.information(predictors)).map(Cholesky::inverse);
    }
}
