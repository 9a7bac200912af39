package physio.outcomes.spc;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds signals within months under one set of limits, by the rules of NHSRplotthedots. Runs are of adjacent months: a gap ends
 * one, since nobody knows on which side it lay.
 */
final class Signals {
    private static final int RUN = 7;

    /** Above rounding in sums, far below any step of a score: a value on a line must not fall beside it. */
    private static final double TOLERANCE = 1e-9;

    private final List<MonthlyPoint> months;
    private final double[] values;
    private final double centre;
    private final Limits limits;
    private final double slack;
    private final @Nullable Signal[] found;

    private Signals(List<MonthlyPoint> months, double centre, Limits limits) {
        this.months = months;
        this.values = months.stream()
                .mapToDouble(month -> month.value().getAsDouble())
                .toArray();
        this.centre = centre;
        this.limits = limits;
        this.slack = TOLERANCE * limits.meanRange();
        this.found = new Signal[values.length];
    }

    /** The signal of each point; those that do not count have none. */
    static List<Optional<Signal>> of(List<MonthlyPoint> points, double centre, Limits limits) {
        List<MonthlyPoint> counted =
                points.stream().filter(MonthlyPoint::counts).toList();
        Signals signals = new Signals(counted, centre, limits);
        signals.find();
        List<Optional<Signal>> all = new ArrayList<>();
        int next = 0;
        for (MonthlyPoint point : points) {
            all.add(point.counts() ? Optional.ofNullable(signals.found[next++]) : Optional.empty());
        }
        return all;
    }

    /** From the lowest priority to the highest, so that a higher one takes the point over. */
    private void find() {
        markRuns(i -> side(i) > 0, Signal.ABOVE_CENTRE);
        markRuns(i -> side(i) < 0, Signal.BELOW_CENTRE);
        markNearLimits(1, Signal.NEAR_UPPER_LIMIT);
        markNearLimits(-1, Signal.NEAR_LOWER_LIMIT);
        markTrends();
        for (int i = 0; i < values.length; i++) {
            if (isOutside(i)) {
                found[i] = side(i) > 0 ? Signal.ABOVE_LIMITS : Signal.BELOW_LIMITS;
            }
        }
    }

    private void markRuns(IntPredicate belongs, Signal signal) {
        for (int start = 0; start + RUN <= values.length; start++) {
            if (isUnbroken(start, RUN) && IntStream.range(start, start + RUN).allMatch(belongs)) {
                Arrays.fill(found, start, start + RUN, signal);
            }
        }
    }

    private void markNearLimits(int side, Signal signal) {
        for (int start = 0; start + 3 <= values.length; start++) {
            int[] three = IntStream.range(start, start + 3).toArray();
            int[] near = Arrays.stream(three).filter(this::isNearLimit).toArray();
            if (near.length >= 2 && isUnbroken(start, 3) && Arrays.stream(three).allMatch(i -> side(i) == side)) {
                Arrays.stream(near).forEach(i -> found[i] = signal);
            }
        }
    }

    /** Where a rise turns into a fall, the month at the turn belongs to the later run. */
    private void markTrends() {
        for (int start = 0; start + RUN <= values.length; start++) {
            IntStream steps = IntStream.range(start + 1, start + RUN);
            int[] directions =
                    steps.map(i -> sign(values[i] - values[i - 1])).distinct().toArray();
            if (isUnbroken(start, RUN) && directions.length == 1 && directions[0] != 0) {
                Arrays.fill(found, start, start + RUN, directions[0] > 0 ? Signal.RISING : Signal.FALLING);
            }
        }
    }

    private boolean isUnbroken(int start, int length) {
        YearMonth last = months.get(start + length - 1).month();
        return months.get(start).month().plusMonths(length - 1L).equals(last);
    }

    private int side(int i) {
        return sign(values[i] - centre);
    }

    private int sign(double distance) {
        return Math.abs(distance) <= slack ? 0 : (int) Math.signum(distance);
    }

    private boolean isOutside(int i) {
        return Math.abs(values[i] - centre) > limits.upper() - centre + slack;
    }

    private boolean isNearLimit(int i) {
        return !isOutside(i) && Math.abs(values[i] - centre) > (limits.upper() - centre) * 2 / 3 + slack;
    }
}
