package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Moves a hidden count up and down as far as the counts beside it allow: a linear programme in the differences from the true counts, over a
 * neighbourhood, all else staying as it is.
 */
final class CountMoves {
    /** No count need be moved further to be found safe. */
    private static final int FAR_ENOUGH = 4 * Audit.WIDTH;

    private final Relations relations;
    private final HiddenRelations hidden;
    private final int ofRelation;
    private final int inAll;

    private CountMoves(Relations relations, HiddenRelations hidden, int ofRelation, int inAll) {
        this.relations = relations;
        this.hidden = hidden;
        this.ofRelation = ofRelation;
        this.inAll = inAll;
    }

    /** Among few counts. */
    static CountMoves near(Relations relations, HiddenRelations hidden) {
        return new CountMoves(relations, hidden, 6, 90);
    }

    /** Among many. */
    static CountMoves far(Relations relations, HiddenRelations hidden) {
        return new CountMoves(relations, hidden, 16, 300);
    }

    /** How far a count was moved from what it is, down and up, in possible states of all counts. */
    record Move(int count, double down, double up) {}

    /** Moves a count, and others with it. */
    List<Move> of(int count) {
        int[] near = neighbourhood(count);
        List<Move> moves = new ArrayList<>();
        solve(count, near, 1, moves);
        solve(count, near, -1, moves);
        return moves;
    }

    /** The count first, then those that share a relation with it, then theirs. */
    private int[] neighbourhood(int count) {
        Set<Integer> found = new LinkedHashSet<>(List.of(count));
        List<Integer> queue = new ArrayList<>(found);
        for (int at = 0; at < queue.size() && found.size() < inAll; at++) {
            for (int relation : hidden.of(queue.get(at))) {
                if (canBind(relations.all().get(relation), 2)) {
                    for (int other : roomiest(relations.all().get(relation))) {
                        if (found.size() < inAll && found.add(other)) {
                            queue.add(other);
                        }
                    }
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether so many counts, each moved as far as need be, could break a relation. */
    private static boolean canBind(Relation relation, int moved) {
        return relation.isEqual() || relation.slack() < (long) moved * FAR_ENOUGH;
    }

    /** Of a relation, the hidden counts that have most to give; ties by their number. */
    private List<Integer> roomiest(Relation relation) {
        return relation.counts()
                .filter(hidden::isHidden)
                .boxed()
                .sorted(Comparator.comparing((Integer count) -> -room(count)).thenComparing(count -> count))
                .limit(ofRelation)
                .toList();
    }

    private long room(int count) {
        return relations.count(count).value() - relations.count(count).own();
    }

    /**
     * The furthest move in a direction, less what one patient of another cell would take from it by what he knows: as many as that cell was moved below
     * his own. (A move is a sum of cycles; without those that go through that cell too far it is possible for him too.)
     */
    private void solve(int count, int[] near, int direction, List<Move> moves) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable known = model.newVariable("known").lower(0).weight(-1);
        Map<Integer, Variable> variables = new LinkedHashMap<>();
        for (int other : near) {
            variables.put(other, variable(model, other, other == count, direction, known));
        }
        addRelations(model, near, variables);
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            return;
        }
        double less = result.doubleValue(0);
        for (int i = 0; i < near.length; i++) {
            double move = result.doubleValue(i + 1);
            double down = Math.max(move, (double) -room(near[i])) + less;
            moves.add(new Move(near[i], Math.min(0, down), Math.max(0, move - less)));
        }
    }

    private Variable variable(
            ExpressionsBasedModel model, int count, boolean isAudited, int direction, Variable known) {
        long value = relations.count(count).value();
        long lowest = isAudited ? room(count) : value;
        Variable variable = model.newVariable("x" + count)
                .lower((double) -Math.min(lowest, FAR_ENOUGH))
                .upper(FAR_ENOUGH);
        if (isAudited) {
            variable.weight(direction);
        } else if (room(count) < FAR_ENOUGH) {
            model.newExpression("own" + count).set(variable, 1).set(known, 1).lower((double) -room(count));
        }
        return variable;
    }

    private void addRelations(ExpressionsBasedModel model, int[] near, Map<Integer, Variable> variables) {
        Set<Integer> touching = new LinkedHashSet<>();
        for (int count : near) {
            for (int relation : hidden.of(count)) {
                touching.add(relation);
            }
        }
        for (int i : touching) {
            Relation relation = relations.all().get(i);
            if (canBind(relation, relation.size())) {
                Expression sum = model.newExpression("r" + i);
                addSide(sum, relation.left(), 1, variables);
                addSide(sum, relation.right(), -1, variables);
                if (relation.isEqual()) {
                    sum.level(0);
                } else {
                    sum.upper(relation.slack());
                }
            }
        }
    }

    private static void addSide(Expression sum, IntStream side, int sign, Map<Integer, Variable> variables) {
        side.forEach(count -> {
            Variable variable = variables.get(count);
            if (variable != null) {
                sum.set(variable, sign);
            }
        });
    }
}
