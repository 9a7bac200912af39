package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The parts of a bar of shares, told apart by lightness and pattern as well as by colour. */
enum Share {
    IMPROVED("improved", Theme.BLUE, Color.WHITE),
    UNCHANGED("no meaningful change", Theme.SILVER, Theme.INK),
    WORSE("worse", Theme.ORANGE, Theme.INK);

    private static final int HATCH = 6;

    private final String meaning;
    private final Color fill;
    private final Color ink;

    Share(String meaning, Color fill, Color ink) {
        this.meaning = meaning;
        this.fill = fill;
        this.ink = ink;
    }

    String meaning() {
        return meaning;
    }

    Color fill() {
        return fill;
    }

    /** The colour of text on it. */
    Color ink() {
        return ink;
    }

    void draw(Graphics2D g2, Rectangle2D box) {
        g2.setPaint(fill);
        g2.fill(box);
        if (this == WORSE) {
            hatch(g2, box);
        }
    }

    private static void hatch(Graphics2D g2, Rectangle2D box) {
        g2.setPaint(Theme.INK);
        g2.setStroke(Theme.HAIRLINE);
        Path2D lines = new Path2D.Double();
        double bottom = box.getMaxY();
        for (double start = HATCH - box.getHeight(); start < box.getWidth(); start += HATCH) {
            double from = Math.max(0, start);
            double to = Math.min(box.getWidth(), start + box.getHeight());
            lines.moveTo(box.getX() + from, bottom - (from - start));
            lines.lineTo(box.getX() + to, bottom - (to - start));
        }
        g2.draw(lines);
    }
}
