package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * A linear programme in the moves of some counts from what they are, and in one more variable: what one patient of a cell knows of it. Given to the solver as
 * numbers, since its general model, in decimals, costs more than solving does. What the solver answers counts only if it keeps all relations.
 */
final class MoveProgramme {
    private static final double SMALL = 1e-6;

    private final int counts;
    private final double[] weights;
    private final double[] lower;
    private final double[] upper;
    private final List<Row> rows = new ArrayList<>();

    /** A relation of moves: their weighted sum is the level, or at most that. */
    private static final class Row {
        private final double[] factors;
        private final double level;
        private final boolean isEqual;

        Row(double[] factors, double level, boolean isEqual) {
            this.factors = factors;
            this.level = level;
            this.isEqual = isEqual;
        }

        boolean holds(double[] moves) {
            double sum = IntStream.range(0, factors.length)
                    .mapToDouble(i -> factors[i] * moves[i])
                    .sum();
            return isEqual ? Math.abs(sum - level) <= SMALL : sum <= level + SMALL;
        }
    }

    /** Moves by the place of their counts, and how far anybody's own knowledge was overstepped. */
    record Solution(List<Double> moves, double known) {
        double move(int i) {
            return moves.get(i);
        }
    }

    MoveProgramme(int counts) {
        this.counts = counts;
        this.weights = new double[counts + 1];
        this.lower = new double[counts + 1];
        this.upper = new double[counts + 1];
    }

    /** Wants a count to move up, or down by a negative weight. */
    void weigh(int i, double weight) {
        weights[i] = weight;
    }

    void bound(int i, double least, double most) {
        lower[i] = least;
        upper[i] = most;
    }

    /** A count may fall below what one patient knows to be his, at a cost. */
    void keepOwn(int i, double room) {
        weights[counts] = -1;
        upper[counts] = Double.POSITIVE_INFINITY;
        double[] factors = new double[counts + 1];
        factors[i] = -1;
        factors[counts] = -1;
        rows.add(new Row(factors, room, false));
    }

    /**
     * Keeps a relation.
     *
     * @param places by count its place and one; 0 for those that stay
     */
    void hold(Relation relation, int[] places) {
        double[] factors = new double[counts + 1];
        relation.left().filter(count -> places[count] > 0).forEach(count -> factors[places[count] - 1] += 1);
        relation.right().filter(count -> places[count] > 0).forEach(count -> factors[places[count] - 1] -= 1);
        rows.add(new Row(factors, relation.isEqual() ? 0 : relation.slack(), relation.isEqual()));
    }

    /** The furthest moves; absent where the solver finds none. */
    Optional<Solution> solve() {
        LinearSolver.Builder builder = LinearSolver.newBuilder(
                        Arrays.stream(weights).map(weight -> -weight).toArray())
                .lower(lower)
                .upper(upper);
        for (Row row : rows) {
            if (row.isEqual) {
                builder.equality(row.level, row.factors);
            } else {
                builder.inequality(row.level, row.factors);
            }
        }
        Optimisation.Result result = builder.build().solve();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        double[] moves = IntStream.rangeClosed(0, counts)
                .mapToDouble(i -> Math.max(lower[i], Math.min(upper[i], result.doubleValue(i))))
                .toArray();
        return rows.stream().allMatch(row -> row.holds(moves))
                ? Optional.of(new Solution(Arrays.stream(moves).boxed().toList(), moves[counts]))
                : Optional.empty();
    }
}
