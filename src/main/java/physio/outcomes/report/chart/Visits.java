package physio.outcomes.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.data.xy.XYSeries;
import physio.outcomes.report.Texts;
import physio.outcomes.report.TrajectoryChart.Series;
import physio.outcomes.report.TrajectoryChart.Visit;

/** What pictures of scores over visits have in common. */
final class Visits {
    private Visits() {}

    static boolean hasAny(List<Series> series) {
        return all(series).findAny().isPresent();
    }

    private static Stream<Visit> all(List<Series> series) {
        return series.stream().flatMap(one -> one.shown().stream());
    }

    /** The axis of visits, some of them numbered. */
    static NamedTicks axis(List<Series> series, int most) {
        int[] numbers = all(series).mapToInt(Visit::number).sorted().distinct().toArray();
        int first = numbers[0];
        int last = numbers[numbers.length - 1];
        int step = 1 + (last - first) / most;
        return new NamedTicks(
                IntStream.rangeClosed(first, last)
                        .filter(number -> (number - first) % step == 0)
                        .mapToObj(number -> new NamedTicks.Name(number, String.valueOf(number)))
                        .toList(),
                new Span(first - 0.5, last + 0.5));
    }

    /** The axis that means and intervals need. */
    static Span values(List<Series> series) {
        return Span.around(all(series).flatMapToDouble(Visits::values));
    }

    private static DoubleStream values(Visit visit) {
        DoubleStream ends = DoubleStream.concat(visit.low().stream(), visit.high().stream());
        return DoubleStream.concat(visit.mean().stream(), ends);
    }

    /** Visits left out, or without a mean, are points without a value: the line must break there. */
    static XYSeries means(Series series, int key) {
        XYSeries line = new XYSeries(key);
        int next = Integer.MAX_VALUE;
        for (Visit visit : series.visits()) {
            if (visit.number() > next) {
                line.add(next, Double.NaN);
            }
            line.add(visit.number(), visit.mean().orElse(Double.NaN));
            next = visit.number() + 1;
        }
        return line;
    }

    /** A label with {@link #patients}. */
    static String told(Series series) {
        String patients = patients(series);
        if (patients.isEmpty()) {
            return series.label();
        }
        return series.label()
                + (patients.equals(NotShown.text()) ? ": " + patients : " " + Texts.say("brackets", patients));
    }

    /** How many patients a line starts and ends with, if shown: those who stay are not those who came. */
    static String patients(Series series) {
        List<Visit> shown = series.shown();
        List<Visit> counted =
                shown.stream().filter(visit -> visit.patients().isPresent()).toList();
        if (counted.isEmpty()) {
            return shown.isEmpty() ? NotShown.text() : "";
        }
        String first = Texts.say("number.of_patients", told(counted.get(0)));
        return counted.size() == 1 ? first : first + ", " + told(counted.get(counted.size() - 1));
    }

    private static String told(Visit visit) {
        return Texts.say(
                "chart.visits.count", String.valueOf(visit.patients().getAsLong()), String.valueOf(visit.number()));
    }
}
