package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One round of a logistic fit: the patterns left in it, the columns independent over them, and Newton's method. */
final class LogisticRound {
    /**
     * In the last Newton step the predictor of a separated pattern still moves by about 1, the likelihood being an
     * exponential there, and that of any other pattern by the square of something small.
     */
    private static final double DIVERGES = 0.1;

    private final List<LogisticPattern> patterns;
    private final int[] left;
    private final int[] columns;
    private final LogisticDesign design;
    private final LogisticNewton newton;

    /**
     * Fits some patterns.
     *
     * @param names of all columns
     * @param left indexes of the patterns to fit, in the order in which sums are taken
     */
    LogisticRound(List<String> names, List<LogisticPattern> all, int[] left) {
        this.patterns = Arrays.stream(left).mapToObj(all::get).toList();
        this.left = left;
        this.columns = IndependentColumns.of(names, patterns);
        int[] places = IntStream.range(0, names.size())
                .map(column -> Math.max(-1, Arrays.binarySearch(columns, column)))
                .toArray();
        this.design = new LogisticDesign(patterns, places);
        this.newton = new LogisticNewton(design);
    }

    /** Those of the patterns that nothing predicts perfectly. */
    int[] staying() {
        return IntStream.range(0, left.length)
                .filter(i -> !patterns.get(i).isPure() || Math.abs(newton.lastMove(i)) <= DIVERGES)
                .map(i -> left[i])
                .toArray();
    }

    /** Indexes of the independent columns. */
    int[] columns() {
        return columns;
    }

    double[] coefficients() {
        return design.scaling().undo(newton.coefficients());
    }

    /** (XᵀWX)⁻¹; empty where doubles cannot invert it. */
    Optional<double[][]> inverse() {
        return newton.inverse().map(design.scaling()::undo);
    }
}
