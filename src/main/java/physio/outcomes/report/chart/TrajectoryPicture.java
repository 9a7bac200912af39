package physio.outcomes.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.TrajectoryChart;
import physio.outcomes.report.TrajectoryChart.Series;
import physio.outcomes.report.TrajectoryChart.Visit;

/** Mean scores over visits. */
final class TrajectoryPicture {
    private TrajectoryPicture() {}

    static boolean hasPoints(TrajectoryChart trajectory) {
        return all(trajectory).findAny().isPresent();
    }

    static Picture of(TrajectoryChart trajectory, Size size) {
        XYPlot plot = LinePlot.of(visits(trajectory), values(trajectory));
        bands(trajectory).drawIn(plot);
        LinePlot.layer(
                plot,
                2,
                means(trajectory),
                LinePlot.marked(LineStyle.first(trajectory.series().size())));
        return LinePlot.captioned(plot, LinePlot.caption(trajectory.axis(), trajectory.better()), 0, size)
                .withSecond(key(trajectory, size));
    }

    private static Stream<Visit> all(TrajectoryChart trajectory) {
        return trajectory.series().stream().flatMap(series -> series.shown().stream());
    }

    private static NamedTicks visits(TrajectoryChart trajectory) {
        int[] numbers =
                all(trajectory).mapToInt(Visit::number).sorted().distinct().toArray();
        int first = numbers[0];
        int last = numbers[numbers.length - 1];
        int step = 1 + (last - first) / 12;
        NamedTicks axis = new NamedTicks(
                IntStream.rangeClosed(first, last)
                        .filter(number -> (number - first) % step == 0)
                        .mapToObj(number -> new NamedTicks.Name(number, String.valueOf(number)))
                        .toList(),
                new Span(first - 0.5, last + 0.5));
        axis.setLabel("Visit in the episode; shaded: 95% interval");
        return axis;
    }

    private static Span values(TrajectoryChart trajectory) {
        return Span.around(all(trajectory).flatMapToDouble(TrajectoryPicture::values));
    }

    private static DoubleStream values(Visit visit) {
        DoubleStream ends = DoubleStream.concat(visit.low().stream(), visit.high().stream());
        return DoubleStream.concat(visit.mean().stream(), ends);
    }

    /** Visits left out, or without a mean, are points without a value: the line must break there. */
    private static XYSeriesCollection means(TrajectoryChart trajectory) {
        XYSeriesCollection means = new XYSeriesCollection();
        for (Series series : trajectory.series()) {
            XYSeries line = new XYSeries(means.getSeriesCount());
            int next = Integer.MAX_VALUE;
            for (Visit visit : series.visits()) {
                if (visit.number() > next) {
                    line.add(next, Double.NaN);
                }
                line.add(visit.number(), visit.mean().orElse(Double.NaN));
                next = visit.number() + 1;
            }
            means.addSeries(line);
        }
        return means;
    }

    private static Bands bands(TrajectoryChart trajectory) {
        Bands bands = new Bands();
        for (int i = 0; i < trajectory.series().size(); i++) {
            LineStyle style = LineStyle.of(i);
            VisitRuns.of(trajectory.series().get(i).visits()).forEach(run -> bands.add(run, style));
        }
        return bands;
    }

    /** Says with how many patients each line starts and ends: those who stay are not those who came. */
    private static Key key(TrajectoryChart trajectory, Size size) {
        List<Series> series = trajectory.series();
        return new Key(
                IntStream.range(0, series.size())
                        .mapToObj(i -> new Key.Entry(
                                series.get(i).label() + patients(series.get(i).shown()), LineStyle.of(i)::draw))
                        .toList(),
                size);
    }

    private static String patients(List<Visit> shown) {
        List<Visit> counted =
                shown.stream().filter(visit -> visit.patients().isPresent()).toList();
        if (counted.isEmpty()) {
            return shown.isEmpty() ? ": " + NotShown.TEXT : "";
        }
        Visit first = counted.get(0);
        Visit last = counted.get(counted.size() - 1);
        return counted.size() == 1 ? " (n = " + told(first) + ")" : " (n = " + told(first) + ", " + told(last) + ")";
    }

    private static String told(Visit visit) {
        return visit.patients().getAsLong() + " at visit " + visit.number();
    }
}
