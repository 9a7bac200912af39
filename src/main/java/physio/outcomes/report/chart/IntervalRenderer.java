package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.util.List;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import physio.outcomes.report.IntervalChart.Row;

/** Draws estimates with their intervals, each row by its glyph. */
final class IntervalRenderer extends RowRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Span span;
    private final transient List<Glyph> glyphs;

    IntervalRenderer(Span span, List<Glyph> glyphs) {
        this.span = span;
        this.glyphs = glyphs;
    }

    /** The rows as this renderer reads them. */
    static DefaultCategoryDataset dataset(List<Row> rows) {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            RowKey key = new RowKey(i);
            dataset.addValue(Numbers.boxed(row.estimate()), "estimate", key);
            dataset.addValue(Numbers.boxed(row.low()), "low", key);
            dataset.addValue(Numbers.boxed(row.high()), "high", key);
        }
        return dataset;
    }

    @Override
    void drawRow(Graphics2D g2, CategoryDataset dataset, int row, double y, Scale scale) {
        Glyph glyph = glyphs.get(row);
        if (glyph == Glyph.NONE) {
            return;
        }
        double estimate = value(dataset, 0, row);
        double low = value(dataset, 1, row);
        double high = value(dataset, 2, row);
        boolean isWhole = !Double.isNaN(low) && !Double.isNaN(high);
        if (Double.isNaN(estimate) && !isWhole) {
            NotShown.draw(g2, scale.left() + 4, y);
        } else {
            glyph.draw(
                    g2,
                    new Reach(
                            y,
                            scale.at(estimate),
                            isWhole ? scale.at(span.clamped(low)) : Double.NaN,
                            isWhole ? scale.at(span.clamped(high)) : Double.NaN,
                            span.holds(low),
                            span.holds(high)));
        }
    }
}
