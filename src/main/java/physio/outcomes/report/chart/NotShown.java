package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** The words in place of a suppressed value. */
final class NotShown {
    static final String TEXT = "not shown";

    private NotShown() {}

    static void draw(Graphics2D g2, double x, double y) {
        double width = Wrapping.width(TEXT, Theme.SMALL);
        g2.setPaint(Theme.PAPER);
        g2.fill(new Rectangle2D.Double(x - 2, y - 7, width + 4, 14));
        g2.setFont(Theme.SMALL);
        g2.setPaint(Theme.FAINT_INK);
        TextUtils.drawAlignedString(TEXT, g2, (float) x, (float) y, TextAnchor.CENTER_LEFT);
    }
}
