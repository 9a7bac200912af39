package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPosition;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.CategoryLabelWidthType;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.HorizontalAlignment;
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

    private final transient List<List<String>> rows;

    /** Makes a column of the lines of each row. */
    TextColumn(List<List<String>> rows, Color ink) {
        this.rows = rows;
        Theme.quiet(this);
        setTickLabelPaint(ink);
        setCategoryLabelPositions(new CategoryLabelPositions(FLUSH_LEFT, FLUSH_LEFT, FLUSH_LEFT, FLUSH_LEFT));
        setCategoryLabelPositionOffset(8);
        setLowerMargin(0);
        setUpperMargin(0);
        setCategoryMargin(0);
    }

    @Override
    @SuppressWarnings("rawtypes") // as JFreeChart declares it
    protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
        TextBlock block = new TextBlock();
        block.setLineAlignment(HorizontalAlignment.LEFT);
        for (String line : rows.get(((RowKey) category).position())) {
            block.addLine(new TextLine(line, Theme.SMALL, getTickLabelPaint()));
        }
        return block;
    }
}
