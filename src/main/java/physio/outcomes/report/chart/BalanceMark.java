package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/** The two marks of a term; hollow and filled tell them apart without colour. */
enum BalanceMark {
    BEFORE("before weighting", Theme.PAPER, Theme.VERMILION),
    AFTER("after weighting", Theme.BLUE, Theme.BLUE);

    private static final double RADIUS = 3.75;

    private final String meaning;
    private final Color fill;
    private final Color outline;

    BalanceMark(String meaning, Color fill, Color outline) {
        this.meaning = meaning;
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
        return new Key.Entry(meaning, (g2, box) -> draw(g2, box.getCenterX(), box.getCenterY()));
    }
}
