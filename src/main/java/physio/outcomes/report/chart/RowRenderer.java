package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;

/** Draws all values of a row at once. */
abstract class RowRenderer extends AbstractCategoryItemRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public final void drawItem(
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
        if (series == 0) {
            double y = rows.getCategoryMiddle(row, dataset.getColumnCount(), area, RectangleEdge.LEFT);
            drawRow(g2, dataset, row, y, new Scale(axis, area));
        }
    }

    /** Draws a row around its middle line. */
    abstract void drawRow(Graphics2D g2, CategoryDataset dataset, int row, double y, Scale scale);

    /** A value of a row; NaN where there is none. */
    static double value(CategoryDataset dataset, int series, int row) {
        @Nullable Number number = dataset.getValue(series, row);
        return number == null ? Double.NaN : number.doubleValue();
    }
}
