package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/** Draws an estimate as a dot and its interval as a bar with end caps; an end beyond the axis is an arrowhead. */
final class IntervalRenderer extends AbstractCategoryItemRenderer {
    private static final long serialVersionUID = 1L;

    static final String ESTIMATE = "estimate";
    static final String LOW = "low";
    static final String HIGH = "high";

    private static final double CAP = 4;
    private static final double RADIUS = 4;

    private final transient Span span;

    IntervalRenderer(Span span) {
        this.span = span;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            CategoryItemRendererState state,
            Rectangle2D area,
            CategoryPlot plot,
            CategoryAxis rows,
            ValueAxis axis,
            CategoryDataset dataset,
            int series,
            int row,
            int pass) {
        if (series != 0) {
            return;
        }
        double y = rows.getCategoryMiddle(row, dataset.getColumnCount(), area, RectangleEdge.LEFT);
        Number estimate = dataset.getValue(ESTIMATE, dataset.getColumnKey(row));
        if (estimate == null) {
            NotShown.draw(g2, area.getX() + 4, y);
            return;
        }
        g2.setPaint(Theme.BLUE);
        g2.setStroke(Theme.LINE);
        Number low = dataset.getValue(LOW, dataset.getColumnKey(row));
        Number high = dataset.getValue(HIGH, dataset.getColumnKey(row));
        if (low != null && high != null) {
            double from = axis.valueToJava2D(span.clamped(low.doubleValue()), area, RectangleEdge.BOTTOM);
            double to = axis.valueToJava2D(span.clamped(high.doubleValue()), area, RectangleEdge.BOTTOM);
            g2.draw(new Line2D.Double(from, y, to, y));
            drawEnd(g2, from, y, -1, span.holds(low.doubleValue()));
            drawEnd(g2, to, y, 1, span.holds(high.doubleValue()));
        }
        double x = axis.valueToJava2D(estimate.doubleValue(), area, RectangleEdge.BOTTOM);
        g2.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
    }

    private static void drawEnd(Graphics2D g2, double x, double y, int direction, boolean isWithin) {
        if (isWithin) {
            g2.draw(new Line2D.Double(x, y - CAP, x, y + CAP));
            return;
        }
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - direction * 2 * CAP, y - CAP);
        head.lineTo(x - direction * 2 * CAP, y + CAP);
        head.closePath();
        g2.fill(head);
    }
}
