package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Slanting lines that tell a surface apart without colour. */
final class Hatch {
    private static final int DISTANCE = 6;

    private Hatch() {}

    static void draw(Graphics2D g2, Rectangle2D box) {
        g2.setPaint(Theme.INK);
        g2.setStroke(Theme.HAIRLINE);
        Path2D lines = new Path2D.Double();
        double bottom = box.getMaxY();
        for (double start = DISTANCE - box.getHeight(); start < box.getWidth(); start += DISTANCE) {
            double from = Math.max(0, start);
            double to = Math.min(box.getWidth(), start + box.getHeight());
            lines.moveTo(box.getX() + from, bottom - (from - start));
            lines.lineTo(box.getX() + to, bottom - (to - start));
        }
        g2.draw(lines);
    }
}
