package physio.outcomes.privacy;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * How many counts a reader cannot tell apart by published means: of scores on a grid a mean of so many can only be a multiple of the grid's step divided by
 * their number (the GRIM test; Brown and Heathers, Social Psychological and Personality Science 2017;8:363).
 *
 * @param grid the step of the scores, in their unit; absent where they are on none
 */
record PossibleCounts(OptionalDouble grid) {
    /** Counts that a rounded one may stand for, on each side of it. */
    private static final int SIDE = 2;

    private static final int ENOUGH = 3;
    private static final double HALF_DIGIT = 0.05;

    /** Whether three counts at least stay possible. */
    boolean areMany(long rounded, List<BigDecimal> means) {
        return grid.isEmpty()
                || LongStream.rangeClosed(Math.max(1, rounded - SIDE), rounded + SIDE)
                                .filter(count -> means.stream().allMatch(mean -> isPossible(count, mean.doubleValue())))
                                .count()
                        >= ENOUGH;
    }

    /** Whether a sum on the grid, divided by the count, is rounded to the mean. */
    private boolean isPossible(long count, double mean) {
        double step = grid.getAsDouble() / count;
        double nearest = Math.rint(mean / step) * step;
        return Math.abs(nearest - mean) <= HALF_DIGIT + 1e-9;
    }
}
