package physio.outcomes.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
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

    IntStream counts() {
        return IntStream.of(counts);
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
        for (int i = 0; i < counts.length; i++) {
            changes.put(counts[i], by[i]);
        }
        return isPossible(changes, below, relations);
    }

    /** Whether all relations hold when some counts are so much more, and none falls further below what one patient knows than it may. */
    static boolean isPossible(Map<Integer, Double> changes, double below, Relations relations) {
        return changes.entrySet().stream().allMatch(change -> {
            CellIndex.Count count = relations.count(change.getKey());
            double least = -Math.min((double) count.value(), count.room() + below);
            return (change.getValue() >= least || isNothing(change.getValue() - least))
                    && relations.hold(change.getKey(), changes);
        });
    }
}
