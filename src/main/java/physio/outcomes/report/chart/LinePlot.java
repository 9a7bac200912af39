package physio.outcomes.report.chart;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import physio.outcomes.report.Axis;
import physio.outcomes.report.Better;

/** A plot of values over time on a quiet grid. */
final class LinePlot {
    /** Of the plot with its axis, captions apart. */
    static final int HEIGHT = 230;

    /** Room around each number on the upright axis: few lines make a quiet grid. */
    private static final RectangleInsets SPARSE = new RectangleInsets(10, 4, 10, 4);

    private LinePlot() {}

    static XYPlot of(ValueAxis time, Span values) {
        NumberAxis axis = Theme.numbers(values);
        axis.setTickLabelInsets(SPARSE);
        XYPlot plot = new XYPlot(null, time, axis, null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    /** What the values are, above the plot, where it needs no turned text. */
    static String caption(Axis axis, Better better) {
        return axis.label() + (better == Better.NEITHER ? "" : " · " + better.upright());
    }
}
