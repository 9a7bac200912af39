package physio.outcomes.spc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The scatter of a series: how far it moves from one month to the next. */
final class MovingRanges {
    /** D4, the upper limit of a range of two as a multiple of the mean range (Shewhart 1931). */
    private static final double OUTLYING = 3.267;

    private MovingRanges() {}

    /** The mean moving range, without ranges that are outlying against the mean of all; empty where no two months are adjacent. */
    static OptionalDouble mean(List<MonthlyPoint> points) {
        List<Double> ranges = between(points);
        OptionalDouble first = average(ranges);
        if (first.isEmpty() || first.getAsDouble() == 0) {
            return first;
        }
        double most = OUTLYING * first.getAsDouble();
        return average(ranges.stream().filter(range -> range < most).toList());
    }

    private static List<Double> between(List<MonthlyPoint> points) {
        List<Double> ranges = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            MonthlyPoint before = points.get(i - 1);
            MonthlyPoint here = points.get(i);
            if (before.counts() && here.counts() && before.month().plusMonths(1).equals(here.month())) {
                ranges.add(Math.abs(here.value().getAsDouble() - before.value().getAsDouble()));
            }
        }
        return ranges;
    }

    private static OptionalDouble average(List<Double> ranges) {
        return ranges.stream().mapToDouble(Double::doubleValue).average();
    }
}
