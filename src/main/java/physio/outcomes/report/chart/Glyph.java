package physio.outcomes.report.chart;

import java.awt.Graphics2D;

/** What is drawn for an estimate and its interval. */
interface Glyph {
    /** Nothing at all: the row is a heading. */
    Glyph NONE = (g2, reach) -> {};

    /** Draws what there is: estimate, interval or both. */
    void draw(Graphics2D g2, Reach reach);
}
