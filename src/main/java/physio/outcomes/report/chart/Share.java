package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import physio.outcomes.report.Texts;

/** The parts of a bar of shares, told apart by lightness and pattern as well as by colour. */
enum Share {
    IMPROVED(Theme.BLUE, Color.WHITE),
    UNCHANGED(Theme.SILVER, Theme.INK),
    WORSE(Theme.ORANGE, Theme.INK);

    private final Color fill;
    private final Color ink;

    Share(Color fill, Color ink) {
        this.fill = fill;
        this.ink = ink;
    }

    String meaning() {
        return Texts.say("chart.share", this);
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
            Hatch.draw(g2, box);
        }
    }
}
