package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import physio.outcomes.report.HeatChart;

/** Draws a row of cells, from pale to dark blue by value. */
final class HeatRenderer extends RowRenderer {
    private static final long serialVersionUID = 1L;

    private static final Color PALE = new Color(0xE6, 0xF1, 0xF8);
    private static final Color DARK = new Color(0x00, 0x45, 0x78);
    /** The luminance against which black and white have the same contrast. */
    private static final double MIDDLE = 0.179;

    private static final double GAP = 1;
    /** Of a row's height. */
    private static final double HEIGHT = 21;

    private final transient HeatChart heat;
    private final Font font;
    private final double least;
    private final double greatest;

    HeatRenderer(HeatChart heat, Size size) {
        this.heat = heat;
        this.font = Theme.SMALL.deriveFont(size.pick(9, 10) * 1f);
        this.least = heat.shown().mapToDouble(Double::doubleValue).min().orElse(0);
        this.greatest = heat.shown().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    @Override
    void drawRow(Graphics2D g2, CategoryDataset dataset, int row, double y, Scale scale) {
        for (int column = 0; column < heat.columns().size(); column++) {
            double left = scale.at(column - 0.5);
            Rectangle2D box =
                    new Rectangle2D.Double(left + GAP, y - HEIGHT / 2, scale.at(column + 0.5) - left - 2 * GAP, HEIGHT);
            double value = value(dataset, column, row);
            if (Double.isNaN(value)) {
                g2.setPaint(Theme.GRID);
                g2.fill(box);
                Hatch.draw(g2, box);
            } else {
                draw(g2, box, value);
            }
        }
    }

    private void draw(Graphics2D g2, Rectangle2D box, double value) {
        Color ground = ground(value);
        g2.setPaint(ground);
        g2.fill(box);
        g2.setFont(font);
        g2.setPaint(luminance(ground) > MIDDLE ? Color.BLACK : Theme.PAPER);
        TextUtils.drawAlignedString(
                heat.axis().number(value), g2, (float) box.getCenterX(), (float) box.getCenterY(), TextAnchor.CENTER);
    }

    private Color ground(double value) {
        double share = greatest > least ? (value - least) / (greatest - least) : 0;
        return new Color(
                between(PALE.getRed(), DARK.getRed(), share),
                between(PALE.getGreen(), DARK.getGreen(), share),
                between(PALE.getBlue(), DARK.getBlue(), share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }

    /** Relative luminance (WCAG 2.2). */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }
}
