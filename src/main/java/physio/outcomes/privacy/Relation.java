package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What everybody knows of some counts: those on the left are together as many as those on the right, or at most as many. Counts go by
 * their number in {@link Relations}.
 */
final class Relation {
    private final int[] left;
    private final int[] right;
    private final boolean isEqual;
    private final long slack;

    private Relation(int[] left, int[] right, boolean isEqual, long slack) {
        this.left = left;
        this.right = right;
        this.isEqual = isEqual;
        this.slack = slack;
    }

    /** As many on the left as on the right. */
    static Relation equal(int[] left, int... right) {
        return new Relation(left, right, true, 0);
    }

    /**
     * At most as many on the left.
     *
     * @param slack how many more there are on the right
     */
    static Relation atMost(int[] left, int[] right, long slack) {
        return new Relation(left, right, false, slack);
    }

    IntStream left() {
        return IntStream.of(left);
    }

    IntStream right() {
        return IntStream.of(right);
    }

    boolean isLeft(int count) {
        return left().anyMatch(other -> other == count);
    }

    /** Whether one of some counts is among its own. */
    boolean touches(BitSet some) {
        return touches(left, some) || touches(right, some);
    }

    private static boolean touches(int[] side, BitSet some) {
        for (int count : side) {
            if (some.get(count)) {
                return true;
            }
        }
        return false;
    }

    IntStream counts() {
        return IntStream.concat(left(), right());
    }

    boolean isEqual() {
        return isEqual;
    }

    long slack() {
        return slack;
    }

    /** Whether it holds when some counts are so much more; a solver's numbers are not quite whole. */
    boolean holds(Map<Integer, Double> changes) {
        double more = sum(left, changes) - sum(right, changes);
        return isEqual ? PossibleState.isNothing(more) : more <= slack || PossibleState.isNothing(more - slack);
    }

    private static double sum(int[] side, Map<Integer, Double> changes) {
        double sum = 0;
        for (int count : side) {
            sum += changes.getOrDefault(count, 0.0);
        }
        return sum;
    }
}
