package physio.outcomes.report.chart;

import java.awt.geom.Rectangle2D;

/**
 * Where an estimate and its interval lie in a row, in px; NaN where there is none.
 *
 * @param isFromWithin whether the lower end is on the axis; else it stands at the axis' own end
 * @param isToWithin whether the upper end is on the axis
 */
record Reach(double y, double at, double from, double to, boolean isFromWithin, boolean isToWithin) {

    /** An interval as wide as the sample of a key. */
    static Reach of(Rectangle2D box) {
        return new Reach(box.getCenterY(), box.getCenterX(), box.getX(), box.getMaxX(), true, true);
    }

    boolean hasInterval() {
        return !Double.isNaN(from);
    }
}
