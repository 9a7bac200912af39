package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;
import physio.outcomes.report.SharesChart;

/** Draws one share of a bar: improved from the left, worse from the right, so that either stands without the others. */
final class SharesRenderer extends AbstractCategoryItemRenderer {
    private static final long serialVersionUID = 1L;

    private static final double HEIGHT = 20;

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
        double y = rows.getCategoryMiddle(row, dataset.getColumnCount(), area, RectangleEdge.LEFT);
        Share share = (Share) dataset.getRowKey(series);
        Number improved = value(dataset, Share.IMPROVED, row);
        Number here = value(dataset, share, row);
        if (share == Share.UNCHANGED && (here == null || improved == null)) {
            drawNotShown(g2, area, improved, y);
        } else if (here != null) {
            double from = from(share, here.doubleValue(), improved);
            double left = axis.valueToJava2D(100 * from, area, RectangleEdge.BOTTOM);
            double right = axis.valueToJava2D(100 * (from + here.doubleValue()), area, RectangleEdge.BOTTOM);
            draw(g2, share, new Rectangle2D.Double(left, y - HEIGHT / 2, right - left, HEIGHT), here.doubleValue());
        }
    }

    private static double from(Share share, double value, @Nullable Number improved) {
        if (share == Share.UNCHANGED && improved != null) {
            return improved.doubleValue();
        }
        return share == Share.WORSE ? 1 - value : 0;
    }

    private static @Nullable Number value(CategoryDataset dataset, Share share, int row) {
        return dataset.getValue(share, dataset.getColumnKey(row));
    }

    private static void drawNotShown(Graphics2D g2, Rectangle2D area, @Nullable Number improved, double y) {
        double shown = improved == null ? 0 : improved.doubleValue();
        NotShown.draw(g2, area.getX() + shown * area.getWidth() + 6, y);
    }

    private static void draw(Graphics2D g2, Share share, Rectangle2D box, double value) {
        share.draw(g2, box);
        String text = SharesChart.percent(value);
        double width = Wrapping.width(text, Theme.SMALL);
        if (width + 6 > box.getWidth()) {
            return;
        }
        g2.setPaint(share.fill());
        g2.fill(new Rectangle2D.Double(box.getCenterX() - width / 2 - 2, box.getY() + 3, width + 4, HEIGHT - 6));
        g2.setFont(Theme.SMALL);
        g2.setPaint(share.ink());
        TextUtils.drawAlignedString(text, g2, (float) box.getCenterX(), (float) box.getCenterY(), TextAnchor.CENTER);
    }
}
