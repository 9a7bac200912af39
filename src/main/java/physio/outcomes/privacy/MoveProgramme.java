package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.type.context.NumberContext;

/**
 * A linear programme in the moves of some counts from what they are, and in one more variable: by how much what anybody knows to be his is overstepped.
 *
 * <p>Two things keep it small. A move is one up less one down, neither of them negative, so that the solver starts where nothing moves, which keeps all relations.
 * And most relations are far from any move: the solver is given those alone that its last moves broke, and solves again until they break none.
 */
final class MoveProgramme {
    private static final NumberContext SIX_DIGITS = NumberContext.of(6);

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Variable known = model.newVariable("known").lower(0).weight(1);
    private final List<Variable> ups = new ArrayList<>();
    private final List<Variable> downs = new ArrayList<>();

    /** Those that the solver was not given yet. */
    private final List<Limit> limits = new ArrayList<>();

    private int given;

    /** Of so many counts, none of which can move yet. */
    MoveProgramme(int counts) {
        IntStream.range(0, counts).forEach(i -> {
            ups.add(model.newVariable("up" + i).lower(0));
            downs.add(model.newVariable("down" + i).lower(0));
        });
    }

    /** How far counts were moved, by their place, and by how much anybody's own knowledge was overstepped. */
    record Solution(List<Double> moves, double known) {}

    /** What some moves, up or down, are together at most, or just. */
    private static final class Limit {
        private final int[] places;
        private final int[] signs;
        private final boolean isOverstepped;
        private final boolean isEqual;
        private final double most;

        Limit(int[] places, int[] signs, boolean isOverstepped, boolean isEqual, double most) {
            this.places = places;
            this.signs = signs;
            this.isOverstepped = isOverstepped;
            this.isEqual = isEqual;
            this.most = most;
        }

        boolean isBroken(Solution solution) {
            double more = (isOverstepped ? -solution.known() : 0) - most;
            for (int i = 0; i < places.length; i++) {
                more += signs[i] * solution.moves().get(places[i]);
            }
            return !PossibleState.isNothing(isEqual ? more : Math.max(0, more));
        }
    }

    void bound(int i, double least, double most) {
        ups.get(i).upper(most);
        downs.get(i).upper(-least);
    }

    /** A count may fall by more than that, which oversteps what one of its patients knows. */
    void keepOwn(int i, double room) {
        limits.add(new Limit(new int[] {i}, new int[] {-1}, true, false, room));
    }

    /**
     * Keeps a relation.
     *
     * @param moved those of its counts that move
     * @param places of them
     */
    void hold(Relation relation, int[] moved, Map<Integer, Integer> places) {
        limits.add(new Limit(
                IntStream.of(moved)
                        .map(count -> Objects.requireNonNull(places.get(count)))
                        .toArray(),
                IntStream.of(moved)
                        .map(count -> relation.isLeft(count) ? 1 : -1)
                        .toArray(),
                false,
                relation.isEqual(),
                relation.slack()));
    }

    /** Gives the solver all at once: where many counts are to move, most would be broken. */
    void giveAll() {
        limits.forEach(this::give);
        limits.clear();
    }

    /**
     * The furthest moves; absent where the solver finds none that keep all relations.
     *
     * @param wanted how much each count, by its place, is to move up, or down where it is negative
     */
    Optional<Solution> solve(IntToDoubleFunction wanted) {
        for (int i = 0; i < ups.size(); i++) {
            ups.get(i).weight(-wanted.applyAsDouble(i));
            downs.get(i).weight(wanted.applyAsDouble(i));
        }
        while (true) {
            // Straight to the solver: the model's own way through it simplifies first, in decimals, which takes longer
            // than to solve.
            LinearSolver solver = LinearSolver.INTEGRATION.build(model);
            Optimisation.Result result = LinearSolver.INTEGRATION.toModelState(solver.solve(), model);
            if (!result.getState().isFeasible()) {
                return Optional.empty();
            }
            Solution solution = solution(result);
            List<Limit> broken =
                    limits.stream().filter(limit -> limit.isBroken(solution)).toList();
            if (broken.isEmpty()) {
                return model.validate(result, SIX_DIGITS) ? Optional.of(solution) : Optional.empty();
            }
            broken.forEach(this::give);
            limits.removeAll(broken);
        }
    }

    private Solution solution(Optimisation.Result result) {
        return new Solution(
                IntStream.range(0, ups.size())
                        .mapToObj(i -> value(result, ups.get(i)) - value(result, downs.get(i)))
                        .toList(),
                value(result, known));
    }

    private double value(Optimisation.Result result, Variable variable) {
        return result.doubleValue(model.indexOf(variable));
    }

    private void give(Limit limit) {
        Expression sum = model.newExpression("limit" + given++);
        for (int i = 0; i < limit.places.length; i++) {
            sum.add(ups.get(limit.places[i]), limit.signs[i]);
            sum.add(downs.get(limit.places[i]), -limit.signs[i]);
        }
        if (limit.isOverstepped) {
            sum.add(known, -1);
        }
        if (limit.isEqual) {
            sum.level(limit.most);
        } else {
            sum.upper(limit.most);
        }
    }
}
