package physio.outcomes.compare.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.measure.statistic.Confidence;
import physio.outcomes.measure.statistic.Interval;

/**
 * The share without an event by time (Kaplan and Meier, J American Statistical Association 1958), variance by Greenwood,
 * limits on the log scale: R's {@code survival::survfit}.
 */
public final class KaplanMeier {
    /**
     * The curve from {@code day} to the next point.
     *
     * @param atRisk on {@code day}, before its events
     * @param survival the share without an event
     * @param standardError of {@code survival}; 0 once nobody is left
     * @param limits of 95%; empty once nobody is left
     */
    public record Point(
            int day, long atRisk, long events, double survival, double standardError, Optional<Interval> limits) {}

    private final EventTimes times;
    private final List<Point> points;

    private KaplanMeier(EventTimes times, List<Point> points) {
        this.times = times;
        this.points = List.copyOf(points);
    }

    /** The curve of one group. */
    public static KaplanMeier of(EventTimes times) {
        List<Point> points = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        for (int day : times.eventDays()) {
            double atRisk = times.atRisk(day);
            double left = atRisk - times.events(day);
            survival *= left / atRisk;
            greenwood += times.events(day) / (atRisk * left);
            points.add(point(times, day, survival, Math.sqrt(greenwood)));
        }
        return new KaplanMeier(times, points);
    }

    private static Point point(EventTimes times, int day, double survival, double logError) {
        boolean isOver = survival == 0;
        return new Point(
                day,
                times.atRisk(day),
                times.events(day),
                survival,
                isOver ? 0 : survival * logError,
                isOver ? Optional.empty() : Optional.of(limits(survival, logError)));
    }

    private static Interval limits(double survival, double logError) {
        double factor = StrictMath.exp(Confidence.Z * logError);
        return new Interval(survival / factor, Math.min(1, survival * factor));
    }

    /** One for each day with an event, ascending. */
    public List<Point> points() {
        return points;
    }

    /** The point that holds on {@code day}, its own events included; before the first event nobody is lost. */
    public Point at(int day) {
        Point last = new Point(0, times.size(), 0, 1, 0, Optional.of(new Interval(1, 1)));
        for (Point point : points) {
            if (point.day() <= day) {
                last = point;
            }
        }
        return last;
    }

    /** How many are at risk on {@code day}. */
    public long atRisk(int day) {
        return times.atRisk(day);
    }
}
