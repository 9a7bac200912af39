package physio.outcomes.spc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Months under one set of limits.
 *
 * @param points in order of month, at least one
 * @param centre mean of the settled values; empty where there are none
 * @param limits empty unless the standing is firm or provisional
 * @param signals one entry a point
 */
public record XmrSegment(
        List<MonthlyPoint> points,
        OptionalDouble centre,
        Optional<Limits> limits,
        Standing standing,
        List<Optional<Signal>> signals) {
    private static final int FIRM_FROM = 13;

    public XmrSegment {
        points = List.copyOf(points);
        signals = List.copyOf(signals);
    }

    static XmrSegment of(List<MonthlyPoint> points) {
        double[] values = points.stream()
                .filter(MonthlyPoint::counts)
                .mapToDouble(point -> point.value().getAsDouble())
                .toArray();
        OptionalDouble centre = Arrays.stream(values).average();
        OptionalDouble range = MovingRanges.mean(points);
        if (centre.isEmpty() || range.isEmpty()) {
            return unlimited(points, centre, Standing.TOO_FEW);
        }
        if (range.getAsDouble() == 0) {
            return unlimited(points, centre, Standing.NO_VARIATION);
        }
        Limits limits = Limits.around(centre.getAsDouble(), range.getAsDouble());
        List<Optional<Signal>> signals = Signals.of(points, centre.getAsDouble(), limits);
        Standing standing = values.length < FIRM_FROM ? Standing.PROVISIONAL : Standing.FIRM;
        return new XmrSegment(points, centre, Optional.of(limits), standing, signals);
    }

    private static XmrSegment unlimited(List<MonthlyPoint> points, OptionalDouble centre, Standing standing) {
        List<Optional<Signal>> none = new ArrayList<>();
        points.forEach(point -> none.add(Optional.empty()));
        return new XmrSegment(points, centre, Optional.empty(), standing, none);
    }

    /** The signal of the last settled month; empty where it has none. */
    Optional<Signal> lastSignal() {
        for (int i = points.size() - 1; i >= 0; i--) {
            if (points.get(i).counts()) {
                return signals.get(i);
            }
        }
        return Optional.empty();
    }
}
