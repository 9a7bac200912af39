package physio.outcomes.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.Texts;
import physio.outcomes.report.TrajectoryChart;
import physio.outcomes.report.TrajectoryChart.Series;

/** Mean scores over visits. */
final class TrajectoryPicture {
    private TrajectoryPicture() {}

    static Picture of(TrajectoryChart trajectory, Size size) {
        List<Series> series = trajectory.series();
        NamedTicks visits = Visits.axis(series, 12);
        visits.setLabel(
                Texts.say(TrajectoryChart.hasIntervals(series) ? "chart.visits.axis" : "chart.visits.axis.means"));
        XYPlot plot = LinePlot.of(visits, Visits.values(series));
        Bands bands = new Bands();
        XYSeriesCollection means = new XYSeriesCollection();
        for (int i = 0; i < series.size(); i++) {
            LineStyle style = LineStyle.of(i);
            VisitRuns.of(series.get(i).visits()).forEach(run -> bands.add(run, style));
            means.addSeries(Visits.means(series.get(i), i));
        }
        bands.drawIn(plot);
        LinePlot.layer(plot, 2, means, LinePlot.marked(LineStyle.first(series.size())));
        return LinePlot.captioned(plot, LinePlot.caption(trajectory.axis(), trajectory.better()), 0, size)
                .withSecond(key(series, size));
    }

    private static Key key(List<Series> series, Size size) {
        return new Key(
                IntStream.range(0, series.size())
                        .mapToObj(i -> new Key.Entry(Visits.told(series.get(i)), LineStyle.of(i)::draw))
                        .toList(),
                size);
    }
}
