package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import physio.outcomes.report.Better;
import physio.outcomes.report.Texts;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.Signal;

/** How a month is marked; shapes tell all kinds apart without colour. */
@SuppressWarnings("ImmutableEnumChecker") // nobody changes the shapes
enum Mark {
    USUAL(circle(3), Theme.FAINT_INK, Theme.FAINT_INK),
    IMPROVING(triangle(-1), Theme.BLUE, Theme.BLUE),
    CONCERNING(triangle(1), Theme.VERMILION, Theme.VERMILION),
    NOTABLE(square(), Theme.PURPLE, Theme.PURPLE),
    PROVISIONAL(circle(3.5), Theme.PAPER, Theme.FAINT_INK);

    private final Shape shape;
    private final Color fill;
    private final Color outline;

    Mark(Shape shape, Color fill, Color outline) {
        this.shape = shape;
        this.fill = fill;
        this.outline = outline;
    }

    static Mark of(MonthlyPoint point, Optional<Signal> signal, Better better) {
        if (point.isProvisional()) {
            return PROVISIONAL;
        }
        if (signal.isEmpty()) {
            return USUAL;
        }
        if (better == Better.NEITHER) {
            return NOTABLE;
        }
        return signal.get().direction() == better.polarity() ? IMPROVING : CONCERNING;
    }

    String meaning() {
        return Texts.say("chart.mark", this);
    }

    Shape shape() {
        return shape;
    }

    Color fill() {
        return fill;
    }

    Color outline() {
        return outline;
    }

    /** Draws the mark in the middle of a box. */
    void draw(Graphics2D g2, Rectangle2D box) {
        Shape centred = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY())
                .createTransformedShape(shape);
        draw(g2, centred);
    }

    /** Draws its shape, or several of them as one, where they are. */
    void draw(Graphics2D g2, Shape placed) {
        g2.setPaint(fill);
        g2.fill(placed);
        g2.setPaint(outline);
        g2.setStroke(Theme.LINE);
        g2.draw(placed);
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape square() {
        return new Rectangle2D.Double(-3.5, -3.5, 7, 7);
    }

    /** A triangle whose tip points down (1) or up (−1), larger than a circle. */
    private static Shape triangle(int tip) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, tip * 5);
        path.lineTo(-5, tip * -4);
        path.lineTo(5, tip * -4);
        path.closePath();
        return path;
    }
}
