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

/** A linear programme in the moves of some counts from what they are, and in one more variable: by how much what anybody knows to be his is overstepped. */
final class MoveProgramme {
    private static final NumberContext SIX_DIGITS = NumberContext.of(6);

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> moves = new ArrayList<>();
    private int relations;
    private final Variable known = model.newVariable("known").lower(0).weight(1);

    /** Of so many counts, none of which can move yet. */
    MoveProgramme(int counts) {
        IntStream.range(0, counts).forEach(i -> moves.add(model.newVariable("x" + i)));
    }

    /** How far counts were moved, by their place, and by how much anybody's own knowledge was overstepped. */
    record Solution(List<Double> moves, double known) {}

    void bound(int i, double least, double most) {
        moves.get(i).lower(least).upper(most);
    }

    /** A count may fall by more than that, which oversteps what one of its patients knows. */
    void keepOwn(int i, double room) {
        model.newExpression("own" + i).set(moves.get(i), 1).set(known, 1).lower(-room);
    }

    /**
     * Keeps a relation.
     *
     * @param moved those of its counts that move
     * @param places of them
     */
    void hold(Relation relation, int[] moved, Map<Integer, Integer> places) {
        Expression sum = model.newExpression("r" + relations++);
        for (int count : moved) {
            Variable move = moves.get(Objects.requireNonNull(places.get(count)));
            sum.add(move, relation.isLeft(count) ? 1 : -1);
        }
        if (relation.isEqual()) {
            sum.level(0);
        } else {
            sum.upper(relation.slack());
        }
    }

    /**
     * The furthest moves; absent where the solver finds none that keep all relations.
     *
     * @param wanted how much each count, by its place, is to move up, or down where it is negative
     */
    Optional<Solution> solve(IntToDoubleFunction wanted) {
        IntStream.range(0, moves.size()).forEach(i -> moves.get(i).weight(-wanted.applyAsDouble(i)));
        // Straight to the solver: the model's own way through it simplifies first, in decimals, which takes longer than
        // to solve.
        LinearSolver solver = LinearSolver.INTEGRATION.build(model);
        Optimisation.Result result = LinearSolver.INTEGRATION.toModelState(solver.solve(), model);
        return result.getState().isFeasible() && model.validate(result, SIX_DIGITS)
                ? Optional.of(new Solution(
                        IntStream.rangeClosed(1, moves.size())
                                .mapToObj(result::doubleValue)
                                .toList(),
                        result.doubleValue(0)))
                : Optional.empty();
    }
}
