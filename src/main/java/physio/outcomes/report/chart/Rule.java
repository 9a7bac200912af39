package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.ValueMarker;

/** A straight line through a plot at a value. */
record Rule(double value, String meaning, Color ink, Stroke stroke) {

    /** Where nothing differs. */
    static Rule reference(double value) {
        return new Rule(value, "", Theme.FAINT_INK, Theme.HAIRLINE);
    }

    ValueMarker marker() {
        ValueMarker marker = new ValueMarker(value, ink, stroke);
        marker.setStroke(stroke);
        return marker;
    }

    /** The line as it explains itself in a key. */
    Key.Entry entry() {
        return new Key.Entry(meaning, this::draw);
    }

    private void draw(Graphics2D g2, Rectangle2D box) {
        g2.setPaint(ink);
        g2.setStroke(stroke);
        g2.draw(new Line2D.Double(box.getX(), box.getCenterY(), box.getMaxX(), box.getCenterY()));
    }
}
