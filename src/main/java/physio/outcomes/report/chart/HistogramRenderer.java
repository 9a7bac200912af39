package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import physio.outcomes.report.SharesChart;

/** Draws the bins of a row as upright bars, those of all rows to one scale. */
final class HistogramRenderer extends RowRenderer {
    private static final long serialVersionUID = 1L;

    private static final int LINE = 13;
    /** Of the tallest bar. */
    private static final int HEIGHT = 36;

    private static final double HALF_BAR = 0.42;

    private final double most;
    private final transient List<List<String>> titles;

    /**
     * Makes a renderer.
     *
     * @param most the greatest share of all rows
     * @param titles lines above the bars of each row
     */
    HistogramRenderer(double most, List<List<String>> titles) {
        this.most = most;
        this.titles = titles;
    }

    /** What a row needs. */
    static int height(int titleLines) {
        return LINE * titleLines + LINE + HEIGHT + 10;
    }

    @Override
    void drawRow(Graphics2D g2, CategoryDataset dataset, int row, double y, Scale scale) {
        int lines = titles.get(row).size();
        double top = y - height(lines) / 2.0 + 2;
        double base = top + LINE * lines + LINE + HEIGHT;
        drawTitle(g2, titles.get(row), scale.left(), top);
        int bins = dataset.getRowCount();
        g2.setPaint(Theme.FAINT_INK);
        g2.setStroke(Theme.HAIRLINE);
        g2.draw(new Line2D.Double(scale.at(-HALF_BAR), base, scale.at(bins - 1 + HALF_BAR), base));
        boolean isShown = false;
        for (int bin = 0; bin < bins; bin++) {
            isShown |= !Double.isNaN(value(dataset, bin, row));
        }
        if (!isShown) {
            NotShown.draw(g2, scale.left() + 4, base - HEIGHT / 2.0);
            return;
        }
        for (int bin = 0; bin < bins; bin++) {
            double left = scale.at(bin - HALF_BAR);
            drawBin(g2, value(dataset, bin, row), left, scale.at(bin + HALF_BAR) - left, base);
        }
    }

    private static void drawTitle(Graphics2D g2, List<String> lines, double x, double top) {
        double y = top + LINE / 2.0;
        for (String line : lines) {
            NotShown.draw(g2, line, x, y, Theme.INK);
            y += LINE;
        }
    }

    private void drawBin(Graphics2D g2, double share, double left, double width, double base) {
        if (Double.isNaN(share)) {
            drawHidden(g2, new Rectangle2D.Double(left, base - LINE, width, LINE));
            return;
        }
        double height = most > 0 ? HEIGHT * share / most : 0;
        g2.setPaint(Theme.BLUE);
        g2.fill(new Rectangle2D.Double(left, base - height, width, height));
        String text = SharesChart.percent(share);
        if (Wrapping.width(text, Theme.SMALL) <= width / (2 * HALF_BAR)) {
            g2.setFont(Theme.SMALL);
            g2.setPaint(Theme.INK);
            TextUtils.drawAlignedString(
                    text, g2, (float) (left + width / 2), (float) (base - height - LINE / 2.0), TextAnchor.CENTER);
        }
    }

    static void drawHidden(Graphics2D g2, Rectangle2D box) {
        Hatch.draw(g2, box);
        g2.draw(box);
    }
}
