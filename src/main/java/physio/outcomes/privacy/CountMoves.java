package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
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
    private static final int FAR_ENOUGH = 2 * Audit.WIDTH;

    private final Relations relations;
    private final BitSet hidden;
    private final int ofRelation;
    private final int inAll;
    private final int[][] relationsOf;

    private CountMoves(Relations relations, BitSet hidden, int ofRelation, int inAll) {
        this.relations = relations;
        this.hidden = hidden;
        this.ofRelation = ofRelation;
        this.inAll = inAll;
        this.relationsOf = relationsOf();
    }

    /** Among few counts. */
    static CountMoves near(Relations relations, BitSet hidden) {
        return new CountMoves(relations, hidden, 6, 90);
    }

    /** Among many. */
    static CountMoves far(Relations relations, BitSet hidden) {
        return new CountMoves(relations, hidden, 24, 400);
    }

    private int[][] relationsOf() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int count = 0; count < relations.size(); count++) {
            lists.add(new ArrayList<>(4));
        }
        for (int i = 0; i < relations.all().size(); i++) {
            int relation = i;
            relations
                    .all()
                    .get(i)
                    .counts()
                    .filter(hidden::get)
                    .forEach(count -> lists.get(count).add(relation));
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** How far a count was moved from what it is, down and up, in possible states of all counts. */
    record Move(int count, double down, double up) {}

    /** Moves a count, and others with it. */
    List<Move> of(int count) {
        int[] near = neighbourhood(count);
        double[] one = solve(count, near, true);
        double[] two = solve(count, near, false);
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < near.length; i++) {
            moves.add(new Move(near[i], Math.min(one[i], two[i]), Math.max(one[i], two[i])));
        }
        return moves;
    }

    /** The count first, then those that share a relation with it, then theirs. */
    private int[] neighbourhood(int count) {
        Set<Integer> found = new LinkedHashSet<>(List.of(count));
        List<Integer> queue = new ArrayList<>(found);
        for (int at = 0; at < queue.size() && found.size() < inAll; at++) {
            for (int relation : relationsOf[queue.get(at)]) {
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
                .filter(hidden::get)
                .boxed()
                .sorted(Comparator.comparing((Integer count) -> -room(count)).thenComparing(count -> count))
                .limit(ofRelation)
                .toList();
    }

    private long room(int count) {
        return relations.count(count).value() - relations.count(count).own();
    }

    private double[] solve(int count, int[] near, boolean isUp) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Integer, Variable> variables = new LinkedHashMap<>();
        for (int other : near) {
            Variable variable = model.newVariable("x" + other)
                    .lower(-Math.min(room(other), FAR_ENOUGH))
                    .upper(FAR_ENOUGH);
            if (other == count) {
                variable.weight(1);
            }
            variables.put(other, variable);
        }
        addRelations(model, near, variables);
        Optimisation.Result result = isUp ? model.maximise() : model.minimise();
        double[] moves = new double[near.length];
        if (result.getState().isFeasible()) {
            for (int i = 0; i < near.length; i++) {
                moves[i] = result.doubleValue(i);
            }
        }
        return moves;
    }

    private void addRelations(ExpressionsBasedModel model, int[] near, Map<Integer, Variable> variables) {
        Set<Integer> touching = new LinkedHashSet<>();
        for (int count : near) {
            for (int relation : relationsOf[count]) {
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
