package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import physio.outcomes.report.Texts;

/** The two marks of a term; hollow and filled tell them apart without colour. */
enum BalanceMark {
    BEFORE(Theme.PAPER, Theme.VERMILION),
    AFTER(Theme.BLUE, Theme.BLUE);

    private static final double RADIUS = 3.75;

    private final Color fill;
    private final Color outline;

    BalanceMark(Color fill, Color outline) {
        this.fill = fill;
        this.outline = outline;
    }

    void draw(Graphics2D g2, double x, double y) {
        Ellipse2D circle = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        g2.setPaint(fill);
        g2.fill(circle);
        g2.setPaint(outline);
        g2.setStroke(Theme.LINE);
        g2.draw(circle);
    }

    Key.Entry entry() {
        return new Key.Entry(
                Texts.say("balance.mark", this), (g2, box) -> draw(g2, box.getCenterX(), box.getCenterY()));
    }
}
