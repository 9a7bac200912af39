package physio.outcomes.report.chart;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Turns values on a horizontal axis into px. */
record Scale(ValueAxis axis, Rectangle2D area) {
    /** NaN for NaN. */
    double at(double value) {
        return axis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    double left() {
        return area.getX();
    }
}
