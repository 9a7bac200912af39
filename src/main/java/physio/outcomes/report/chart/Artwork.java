package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import physio.outcomes.report.Chart;

/** A chart laid out for one place on a page, to be written there as SVG or painted. */
public final class Artwork {
    private final Chart chart;
    private final String use;
    private final int width;
    private final Picture picture;

    /**
     * The artwork.
     *
     * @param use tells apart the drawings of one chart on a page
     * @param width in px
     */
    Artwork(Chart chart, String use, int width, Picture picture) {
        this.chart = chart;
        this.use = use;
        this.width = width;
        this.picture = picture;
    }

    /** Unique on a page. */
    public String id() {
        return chart.id() + "-" + use;
    }

    /** In px. */
    public int width() {
        return width;
    }

    /** In px. */
    public int height() {
        return picture.height();
    }

    /** The drawing as an {@code <svg>} element; ids in it begin with that of the artwork. */
    public String svg() {
        return SvgElement.of(chart, id() + "-", width, picture);
    }

    /** An {@code <svg>} element that holds the place and the text alternative, and names the artwork by its id. */
    public String place() {
        return SvgElement.place(chart, id(), width, picture.height());
    }

    /** Draws it, from the origin, in px. */
    public void paint(Graphics2D graphics) {
        picture.chart().draw(graphics, new Rectangle2D.Double(0, 0, width, picture.height()));
    }
}
