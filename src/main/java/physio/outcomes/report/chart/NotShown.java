package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import physio.outcomes.report.Texts;

/** The words in place of a suppressed value. */
final class NotShown {
    private NotShown() {}

    static String text() {
        return Texts.say("number.not_shown");
    }

    static void draw(Graphics2D g2, double x, double y) {
        draw(g2, text(), x, y, Theme.FAINT_INK);
    }

    /** Any text on a ground of its own, so that no line runs through it. */
    static void draw(Graphics2D g2, String text, double x, double y, Color ink) {
        double width = Wrapping.width(text, Theme.SMALL);
        g2.setPaint(Theme.PAPER);
        g2.fill(new Rectangle2D.Double(x - 2, y - 7, width + 4, 14));
        g2.setFont(Theme.SMALL);
        g2.setPaint(ink);
        TextUtils.drawAlignedString(text, g2, (float) x, (float) y, TextAnchor.CENTER_LEFT);
    }
}
