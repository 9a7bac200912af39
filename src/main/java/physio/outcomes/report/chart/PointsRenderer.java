package physio.outcomes.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** Draws the points of a series as one shape: as hundreds, each with its style, they are most of a page. */
final class PointsRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;

    /** As wide as the usual mark with its outline. */
    private static final Stroke DOT = new BasicStroke(7.75f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final transient List<Mark> marks;
    private transient Path2D points = new Path2D.Double();

    /** With the mark of each series. */
    PointsRenderer(List<Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g2, Rectangle2D area, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g2, area, plot, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis across,
            ValueAxis upright,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item == 0) {
            points = new Path2D.Double();
        }
        double x = across.valueToJava2D(dataset.getXValue(series, item), area, plot.getDomainAxisEdge());
        double y = upright.valueToJava2D(dataset.getYValue(series, item), area, plot.getRangeAxisEdge());
        boolean isLast = item == dataset.getItemCount(series) - 1;
        if (marks.get(series) == Mark.USUAL) {
            // A line of no length is drawn as its caps: a dot in a few letters, where a circle takes a hundred.
            points.moveTo(x, y);
            points.lineTo(x, y);
            if (isLast) {
                g2.setPaint(Mark.USUAL.fill());
                g2.setStroke(DOT);
                g2.draw(points);
            }
            return;
        }
        points.append(marks.get(series).shape().getPathIterator(AffineTransform.getTranslateInstance(x, y)), false);
        if (isLast) {
            marks.get(series).draw(g2, points);
        }
    }
}
