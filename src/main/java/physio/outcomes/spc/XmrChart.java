package physio.outcomes.spc;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An individuals and moving range chart of monthly values (Shewhart; NHS England, Making data count).
 *
 * @param segments in order of month, one more than re-bases that fall within the series
 */
public record XmrChart(List<XmrSegment> segments) {
    public XmrChart {
        segments = List.copyOf(segments);
    }

    /**
     * The chart of a series.
     *
     * @param points in order of month, each month at most once; a month left out is a gap
     * @param rebases months with which limits and signals start anew
     */
    public static XmrChart of(List<MonthlyPoint> points, Set<YearMonth> rebases) {
        checkOrder(points);
        List<XmrSegment> segments = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size()
                    || isRebased(points.get(i - 1).month(), points.get(i).month(), rebases)) {
                segments.add(XmrSegment.of(points.subList(start, i)));
                start = i;
            }
        }
        return new XmrChart(segments);
    }

    private static void checkOrder(List<MonthlyPoint> points) {
        for (int i = 1; i < points.size(); i++) {
            YearMonth before = points.get(i - 1).month();
            YearMonth month = points.get(i).month();
            if (!before.isBefore(month)) {
                throw new IllegalArgumentException(
                        "Invalid months: " + month + " after " + before + " (must be in order)");
            }
        }
    }

    /** A re-base month may itself be left out of the series. */
    private static boolean isRebased(YearMonth before, YearMonth month, Set<YearMonth> rebases) {
        return rebases.stream().anyMatch(rebase -> rebase.isAfter(before) && !rebase.isAfter(month));
    }

    /** All months in order. */
    public List<MonthlyPoint> points() {
        return segments.stream().flatMap(segment -> segment.points().stream()).toList();
    }

    /** The signals of all months, one entry a point. */
    public List<Optional<Signal>> signals() {
        return segments.stream().flatMap(segment -> segment.signals().stream()).toList();
    }

    /**
     * What the last settled month says; empty where the newest months have no limits.
     *
     * @param polarity +1 where higher values are better, −1 where lower ones are
     */
    public Optional<Variation> variation(int polarity) {
        checkPolarity(polarity);
        return lastSettled()
                .filter(segment -> segment.limits().isPresent())
                .map(segment -> segment.lastSignal()
                        .map(signal -> signal.direction() == polarity ? Variation.IMPROVING : Variation.CONCERNING)
                        .orElse(Variation.NO_SIGNIFICANT_CHANGE));
    }

    /**
     * Whether the last limits keep to a target; empty where the newest months have no limits.
     *
     * @param target in the series' unit; a value on it meets it
     * @param polarity +1 where higher values are better, −1 where lower ones are
     */
    public Optional<Assurance> assurance(double target, int polarity) {
        checkPolarity(polarity);
        return lastSettled().flatMap(XmrSegment::limits).map(limits -> {
            if (target > limits.upper()) {
                return polarity > 0 ? Assurance.FAIL : Assurance.PASS;
            }
            if (target < limits.lower()) {
                return polarity > 0 ? Assurance.PASS : Assurance.FAIL;
            }
            return Assurance.HIT_AND_MISS;
        });
    }

    /** The last settled month with a value. */
    public Optional<YearMonth> lastSettledMonth() {
        return points().stream()
                .filter(MonthlyPoint::counts)
                .map(MonthlyPoint::month)
                .reduce((first, second) -> second);
    }

    /** A stretch that holds only provisional months cannot speak yet; the one before it does. */
    private Optional<XmrSegment> lastSettled() {
        return segments.stream().filter(segment -> segment.centre().isPresent()).reduce((first, second) -> second);
    }

    private static void checkPolarity(int polarity) {
        if (Math.abs(polarity) != 1) {
            throw new IllegalArgumentException("Invalid polarity: " + polarity + " (must be 1 or -1)");
        }
    }
}
