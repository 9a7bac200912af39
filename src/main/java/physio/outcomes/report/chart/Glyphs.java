package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The kinds of {@link Glyph}. Ends of an interval have caps; one beyond the axis is an arrowhead. */
final class Glyphs {
    private static final double CAP = 4;
    private static final double RADIUS = 4;
    private static final double LEAST_SIDE = 3;
    private static final double MOST_SIDE = 11;

    private Glyphs() {}

    /** A dot and its interval. */
    static Glyph dot() {
        return (g2, reach) -> {
            drawInterval(g2, reach, Theme.BLUE, Theme.LINE);
            g2.fill(new Ellipse2D.Double(reach.at() - RADIUS, reach.y() - RADIUS, 2 * RADIUS, 2 * RADIUS));
        };
    }

    /** The mark of a series and its interval. */
    static Glyph of(LineStyle style) {
        return (g2, reach) -> {
            drawInterval(g2, reach, style.ink(), Theme.LINE);
            style.fillMark(g2, reach.at(), reach.y());
        };
    }

    /**
     * A square whose area is as large as the weight, and its interval.
     *
     * @param weight as a share of the greatest, 0–1
     */
    static Glyph square(double weight) {
        double side = Math.max(LEAST_SIDE, MOST_SIDE * Math.sqrt(weight));
        return (g2, reach) -> {
            drawInterval(g2, reach, Theme.BLUE, Theme.HAIRLINE);
            g2.fill(new Rectangle2D.Double(reach.at() - side / 2, reach.y() - side / 2, side, side));
        };
    }

    /** A diamond as wide as the interval: what all estimates together come to. */
    static Glyph diamond() {
        return (g2, reach) -> {
            g2.setPaint(Theme.VERMILION);
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(reach.hasInterval() ? reach.from() : reach.at() - RADIUS, reach.y());
            diamond.lineTo(reach.at(), reach.y() - RADIUS - 2);
            diamond.lineTo(reach.hasInterval() ? reach.to() : reach.at() + RADIUS, reach.y());
            diamond.lineTo(reach.at(), reach.y() + RADIUS + 2);
            diamond.closePath();
            g2.fill(diamond);
        };
    }

    /** A bar as wide as the interval, which is not one of an estimate. */
    static Glyph bar() {
        return (g2, reach) -> {
            g2.setPaint(Theme.INK);
            g2.fill(new Rectangle2D.Double(reach.from(), reach.y() - 2.5, reach.to() - reach.from(), 5));
            drawBeyond(g2, reach);
        };
    }

    /** A glyph as it explains itself in a key. */
    static Key.Entry entry(String meaning, Glyph glyph) {
        return new Key.Entry(meaning, (g2, box) -> glyph.draw(g2, Reach.of(box)));
    }

    private static void drawInterval(Graphics2D g2, Reach reach, Color ink, Stroke stroke) {
        g2.setPaint(ink);
        g2.setStroke(stroke);
        if (reach.hasInterval()) {
            g2.draw(new Line2D.Double(reach.from(), reach.y(), reach.to(), reach.y()));
            drawCap(g2, reach.from(), reach.y(), reach.isFromWithin());
            drawCap(g2, reach.to(), reach.y(), reach.isToWithin());
            drawBeyond(g2, reach);
        }
    }

    private static void drawCap(Graphics2D g2, double x, double y, boolean isWithin) {
        if (isWithin) {
            g2.draw(new Line2D.Double(x, y - CAP, x, y + CAP));
        }
    }

    /** Arrowheads at the ends that are not on the axis. */
    private static void drawBeyond(Graphics2D g2, Reach reach) {
        if (!reach.isFromWithin()) {
            drawHead(g2, reach.from(), reach.y(), -1);
        }
        if (!reach.isToWithin()) {
            drawHead(g2, reach.to(), reach.y(), 1);
        }
    }

    private static void drawHead(Graphics2D g2, double x, double y, int direction) {
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - direction * 2 * CAP, y - CAP);
        head.lineTo(x - direction * 2 * CAP, y + CAP);
        head.closePath();
        g2.fill(head);
    }
}
