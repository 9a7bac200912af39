package physio.outcomes.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.linear.LinearSolver;

/** The least and most that counts of one component can be, by linear programmes; stops asking about a count that is wide enough. */
final class LinearBounds {
    private static final double SMALL = 1e-6;

    /** Extremes in random directions show most counts to be wide, long before each is asked for. */
    private static final int ROUNDS = 8;

    private final CountSystem system;
    private final List<Line> lines;
    private final int[] open;
    private final int wide;

    /** Extremes of the solutions seen so far, by count. */
    private final double[] seenLow;

    private final double[] seenHigh;

    /**
     * Of a component.
     *
     * @param open its counts that are not known exactly
     * @param wide an interval of this width needs no more questions
     */
    LinearBounds(CountSystem system, List<Line> lines, BitSet open, int wide) {
        this.system = system;
        this.lines = lines;
        this.open = open.stream().toArray();
        this.wide = wide;
        this.seenLow = new double[system.size()];
        this.seenHigh = new double[system.size()];
        Arrays.fill(seenLow, Double.POSITIVE_INFINITY);
        Arrays.fill(seenHigh, Double.NEGATIVE_INFINITY);
    }

    /** Narrows the counts asked for as far as the lines do, or leaves them as they are where they stay wide. */
    void narrow(BitSet asked) {
        SplittableRandom random = new SplittableRandom(ROUNDS);
        for (int round = 0; round < ROUNDS && asked.stream().anyMatch(count -> !isWide(count)); round++) {
            double[] weights = random.doubles(system.size(), -1, 1).toArray();
            solve(count -> asked.get(count) && !isWide(count) ? weights[count] : 0);
            solve(count -> asked.get(count) && !isWide(count) ? -weights[count] : 0);
        }
        for (int count : asked.stream().toArray()) {
            if (!isWide(count)) {
                solve(other -> other == count ? 1 : 0);
            }
            if (!isWide(count)) {
                solve(other -> other == count ? -1 : 0);
                system.narrow(count, Math.ceil(seenLow[count] - SMALL), Math.floor(seenHigh[count] + SMALL));
            }
        }
    }

    private boolean isWide(int count) {
        return Math.floor(seenHigh[count] + SMALL) - Math.ceil(seenLow[count] - SMALL) >= wide;
    }

    private void solve(IntToDoubleFunction weight) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[system.size()];
        for (int count : open) {
            variables[count] = model.newVariable("x" + count)
                    .lower(system.low(count))
                    .upper(system.high(count))
                    .weight(-weight.applyAsDouble(count));
        }
        for (int i = 0; i < lines.size(); i++) {
            add(model, variables, i);
        }
        Optimisation.Result result = least(model);
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("No solution of what is published: " + result.getState());
        }
        for (int i = 0; i < open.length; i++) {
            double value = result.doubleValue(i);
            seenLow[open[i]] = Math.min(seenLow[open[i]], value);
            seenHigh[open[i]] = Math.max(seenHigh[open[i]], value);
        }
    }

    /** Straight by the solver where it can: the model's own way through it simplifies first, which takes as long. */
    private static Optimisation.Result least(ExpressionsBasedModel model) {
        LinearSolver solver = LinearSolver.INTEGRATION.build(model);
        Optimisation.Result result = LinearSolver.INTEGRATION.toModelState(solver.solve(), model);
        return result.getState().isOptimal() && model.validate(result) ? result : model.minimise();
    }

    private void add(ExpressionsBasedModel model, Variable[] variables, int number) {
        Line line = lines.get(number);
        double known = 0;
        Expression expression = model.newExpression("line" + number);
        for (int i = 0; i < line.length(); i++) {
            Variable variable = variables[line.count(i)];
            if (variable == null) {
                known += line.sign(i) * system.low(line.count(i));
            } else {
                expression.set(variable, line.sign(i));
            }
        }
        expression.upper(line.high() - known);
        if (line.low() > -CountSystem.MOST) {
            expression.lower(line.low() - known);
        }
    }
}
