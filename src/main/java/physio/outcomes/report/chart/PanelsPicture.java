package physio.outcomes.report.chart;

import java.awt.Stroke;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.Texts;
import physio.outcomes.report.TrajectoryChart;
import physio.outcomes.report.TrajectoryChart.Series;
import physio.outcomes.report.TrajectoryPanels;

/** Each trajectory with its interval in a panel of its own, against that of all. */
final class PanelsPicture {
    private static final LineStyle ONE = LineStyle.FIRST;
    private static final Stroke ALL = Theme.dashed(1.25f, 4, 2);

    private PanelsPicture() {}

    static boolean hasPoints(TrajectoryPanels panels) {
        return Visits.hasAny(panels.series());
    }

    static Picture of(TrajectoryPanels panels, Size size) {
        List<Series> lines =
                Stream.concat(Stream.of(panels.all()), panels.series().stream()).toList();
        PanelPlot plots = new PanelPlot(size.pick(2, 3), size);
        panels.series()
                .forEach(one ->
                        plots.add(List.of(one.label(), Visits.patients(one)), panel(one, panels.all(), lines, size)));
        JFreeChart chart = Theme.chart(plots);
        String caption = LinePlot.caption(panels.axis(), panels.better()) + " · " + Texts.say("chart.visits.panels");
        chart.addSubtitle(Theme.caption(caption, RectangleEdge.TOP));
        return new Picture(chart, 8 + plots.height() + Theme.captionHeight(caption, size))
                .withSecond(key(panels, size));
    }

    /** All panels have the axes that hold all lines. */
    private static XYPlot panel(Series one, Series all, List<Series> lines, Size size) {
        XYPlot plot = LinePlot.of(Visits.axis(lines, size.pick(5, 7)), Visits.values(lines));
        Bands bands = new Bands();
        VisitRuns.of(one.visits()).forEach(run -> bands.add(run, ONE));
        bands.drawIn(plot);
        LinePlot.layer(plot, 2, new XYSeriesCollection(Visits.means(all, 0)), dashes());
        LinePlot.layer(plot, 3, new XYSeriesCollection(Visits.means(one, 0)), LinePlot.marked(List.of(ONE)));
        return plot;
    }

    private static XYLineAndShapeRenderer dashes() {
        XYLineAndShapeRenderer dashes = new XYLineAndShapeRenderer(true, false);
        dashes.setDrawSeriesLineAsPath(true);
        dashes.setSeriesPaint(0, Theme.FAINT_INK);
        dashes.setSeriesStroke(0, ALL);
        return dashes;
    }

    private static Key key(TrajectoryPanels panels, Size size) {
        Rule dashes = new Rule(0, Visits.told(panels.all()), Theme.FAINT_INK, ALL);
        String one = TrajectoryChart.hasIntervals(panels.series()) ? "chart.visits.panel" : "chart.visits.panel.means";
        return new Key(List.of(new Key.Entry(Texts.say(one), ONE::draw), dashes.entry()), size);
    }
}
