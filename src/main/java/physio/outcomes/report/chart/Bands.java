package physio.outcomes.report.chart;

import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** 95% intervals behind lines: a band over adjacent points, a bar for one that stands alone. */
final class Bands {
    private final YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
    private final DeviationRenderer bandRenderer = new DeviationRenderer(false, false);
    private final YIntervalSeriesCollection bars = new YIntervalSeriesCollection();
    private final XYErrorRenderer barRenderer = new XYErrorRenderer();

    /** An interval at a place on the horizontal axis. */
    record Point(double x, double value, double low, double high) {}

    Bands() {
        bandRenderer.setAlpha(1f);
        barRenderer.setDrawXError(false);
        barRenderer.setDefaultShapesVisible(false);
        barRenderer.setErrorStroke(new BasicStroke(1.25f));
    }

    /** Adds a stretch of points without a gap; of equal places the earlier point comes first. */
    void add(List<Point> run, LineStyle style) {
        boolean isBand = run.size() > 1;
        YIntervalSeriesCollection target = isBand ? bands : bars;
        int place = target.getSeriesCount();
        YIntervalSeries series = new YIntervalSeries(place, false, true);
        run.forEach(point -> series.add(point.x(), point.value(), point.low(), point.high()));
        target.addSeries(series);
        if (isBand) {
            bandRenderer.setSeriesFillPaint(place, style.band());
        } else {
            barRenderer.setSeriesPaint(place, style.ink());
        }
    }

    /** Puts bands and bars into the two lowest layers of a plot. */
    void drawIn(XYPlot plot) {
        LinePlot.layer(plot, 0, bands, bandRenderer);
        LinePlot.layer(plot, 1, bars, barRenderer);
    }
}
