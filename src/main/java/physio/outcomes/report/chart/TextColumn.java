package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPosition;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.CategoryLabelWidthType;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A column of text beside horizontal rows, its left edge straight. */
final class TextColumn extends CategoryAxis {
    private static final long serialVersionUID = 1L;

    private static final CategoryLabelPosition FLUSH_LEFT = new CategoryLabelPosition(
            RectangleAnchor.LEFT,
            TextBlockAnchor.CENTER_LEFT,
            TextAnchor.CENTER_LEFT,
            0,
            CategoryLabelWidthType.RANGE,
            1f);

    private final transient List<RowText> rows;
    private final transient RowHeights heights;

    TextColumn(List<RowText> rows, RowHeights heights) {
        this.rows = rows;
        this.heights = heights;
        Theme.quiet(this);
        setCategoryLabelPositions(new CategoryLabelPositions(FLUSH_LEFT, FLUSH_LEFT, FLUSH_LEFT, FLUSH_LEFT));
        setCategoryLabelPositionOffset(8);
    }

    @Override
    public double getCategoryStart(int row, int count, Rectangle2D area, RectangleEdge edge) {
        return area.getMinY() + heights.start(row) * area.getHeight();
    }

    @Override
    public double getCategoryMiddle(int row, int count, Rectangle2D area, RectangleEdge edge) {
        return (getCategoryStart(row, count, area, edge) + getCategoryEnd(row, count, area, edge)) / 2;
    }

    @Override
    public double getCategoryEnd(int row, int count, Rectangle2D area, RectangleEdge edge) {
        return area.getMinY() + heights.end(row) * area.getHeight();
    }

    @Override
    @SuppressWarnings("rawtypes") // as JFreeChart declares it
    protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
        return rows.get(((RowKey) category).position()).block();
    }
}
