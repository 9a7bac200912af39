package physio.outcomes.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Hidden counts that are not what they are, all others being so, and all relations hold. Who is a patient of a cell knows that it has at least
 * what is his own: a state may overstep that by so much, which is taken off what it shows.
 */
final class PossibleState {
    /** A solver's numbers are not quite whole. */
    private static final double NOTHING = 1e-6;

    private final int[] counts;
    private final double[] by;
    private final double below;

    /**
     * A state.
     *
     * @param changes by count, how much more it is
     * @param below by how much some are less than what one of their patients knows
     */
    PossibleState(SortedMap<Integer, Double> changes, double below) {
        this.counts = changes.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.by = changes.values().stream().mapToDouble(Double::doubleValue).toArray();
        this.below = below;
    }

    static boolean isNothing(double change) {
        return Math.abs(change) <= NOTHING;
    }

    /** How many counts are not what they are. */
    int size() {
        return counts.length;
    }

    int count(int i) {
        return counts[i];
    }

    /** How far a count is less for all that anybody knows; negative or 0. */
    double down(int i, Relations relations) {
        return Math.min(0, Math.max(by[i], (double) -relations.count(counts[i]).room()) + below);
    }

    /** How far a count is more. */
    double up(int i) {
        return Math.max(0, by[i] - below);
    }

    /** Whether it is one of these counts and what is known of them, too. */
    boolean isPossible(Relations relations) {
        Map<Integer, Double> changes = new HashMap<>();
        TreeSet<Integer> touched = new TreeSet<>();
        for (int i = 0; i < counts.length; i++) {
            CellIndex.Count count = relations.count(counts[i]);
            if (by[i] < -Math.min((double) count.value(), count.room() + below) - NOTHING) {
                return false;
            }
            changes.put(counts[i], by[i]);
            IntStream.of(relations.of(counts[i])).forEach(touched::add);
        }
        return touched.stream().allMatch(relation -> holds(relations.all().get(relation), changes));
    }

    private static boolean holds(Relation relation, Map<Integer, Double> changes) {
        double more = sum(relation.left(), changes) - sum(relation.right(), changes);
        return relation.isEqual() ? isNothing(more) : more <= relation.slack() + NOTHING;
    }

    private static double sum(IntStream side, Map<Integer, Double> changes) {
        return side.mapToDouble(count -> changes.getOrDefault(count, 0.0)).sum();
    }
}
