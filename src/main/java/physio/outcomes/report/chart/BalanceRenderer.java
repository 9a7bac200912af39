package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.data.category.CategoryDataset;

/** Draws the differences of a term before and after weighting, joined. */
final class BalanceRenderer extends RowRenderer {
    private static final long serialVersionUID = 1L;

    private final transient List<RowText> labels;

    BalanceRenderer(List<RowText> labels) {
        this.labels = labels;
    }

    @Override
    void drawRow(Graphics2D g2, CategoryDataset dataset, int row, double y, Scale scale) {
        if (labels.get(row).isHeading()) {
            return;
        }
        double before = scale.at(value(dataset, 0, row));
        double after = scale.at(value(dataset, 1, row));
        if (Double.isNaN(before) && Double.isNaN(after)) {
            NotShown.draw(g2, scale.left() + 4, y);
            return;
        }
        if (!Double.isNaN(before) && !Double.isNaN(after)) {
            g2.setPaint(Theme.FAINT_INK);
            g2.setStroke(Theme.HAIRLINE);
            g2.draw(new Line2D.Double(before, y, after, y));
        }
        draw(g2, BalanceMark.BEFORE, before, y);
        draw(g2, BalanceMark.AFTER, after, y);
    }

    private static void draw(Graphics2D g2, BalanceMark mark, double x, double y) {
        if (!Double.isNaN(x)) {
            mark.draw(g2, x, y);
        }
    }
}
