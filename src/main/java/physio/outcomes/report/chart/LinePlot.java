package physio.outcomes.report.chart;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;
import physio.outcomes.report.Axis;
import physio.outcomes.report.Better;

/** A plot of values over time on a quiet grid. */
final class LinePlot {
    /** Of the plot with its axis, captions apart. */
    static final int HEIGHT = 230;

    /** Room around each number on the upright axis: few lines make a quiet grid. */
    private static final RectangleInsets SPARSE = new RectangleInsets(10, 4, 10, 4);

    /** Below the plot: half a line of room, into which the lowest number on the upright axis may reach. */
    private static final RectangleInsets BELOW = new RectangleInsets(7, 4, 2, 4);

    private LinePlot() {}

    static XYPlot of(ValueAxis time, Span values) {
        NumberAxis axis = Theme.numbers(values);
        axis.setTickLabelInsets(SPARSE);
        time.setTickLabelInsets(BELOW);
        XYPlot plot = new XYPlot(null, time, axis, null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    /** Puts values into a layer; higher ones are drawn over lower ones. */
    static void layer(XYPlot plot, int layer, XYDataset dataset, XYItemRenderer renderer) {
        plot.setDataset(layer, dataset);
        plot.setRenderer(layer, renderer);
    }

    /** Lines with marks, each series in its own style. */
    static XYLineAndShapeRenderer marked(List<LineStyle> styles) {
        return styled(new XYLineAndShapeRenderer(true, true), styles);
    }

    /** Marks alone. */
    static XYLineAndShapeRenderer marks(List<LineStyle> styles) {
        return styled(new XYLineAndShapeRenderer(false, true), styles);
    }

    /** Lines alone, whose patterns run on through the points. */
    static XYLineAndShapeRenderer lines(List<LineStyle> styles) {
        XYLineAndShapeRenderer renderer = styled(new XYLineAndShapeRenderer(true, false), styles);
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private static XYLineAndShapeRenderer styled(XYLineAndShapeRenderer renderer, List<LineStyle> styles) {
        for (int i = 0; i < styles.size(); i++) {
            LineStyle style = styles.get(i);
            renderer.setSeriesPaint(i, style.ink());
            renderer.setSeriesStroke(i, style.stroke());
            renderer.setSeriesShape(i, style.shape());
        }
        return renderer;
    }

    /** What the values are, above the plot, where it needs no turned text. */
    static String caption(Axis axis, Better better) {
        return axis.label() + (better == Better.NEITHER ? "" : " · " + better.upright());
    }

    /**
     * The plot below a caption, its horizontal axis with a label.
     *
     * @param table height of what stands below the axis
     */
    static Picture captioned(XYPlot plot, String caption, int table, Size size) {
        JFreeChart chart = Theme.chart(plot);
        chart.addSubtitle(Theme.caption(caption, RectangleEdge.TOP));
        return new Picture(chart, HEIGHT + 16 + Theme.captionHeight(caption, size) + table);
    }
}
