package physio.outcomes.report.html;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.report.Chart;
import physio.outcomes.report.MonthsChart;
import physio.outcomes.report.Page;
import physio.outcomes.report.Texts;
import physio.outcomes.report.chart.Artwork;
import physio.outcomes.report.chart.ChartDrawing;
import physio.outcomes.report.chart.Size;

/**
 * What the page template asks for.
 *
 * @param style the style element, whole
 * @param footer which program made the page
 * @param logo a picture as a data URI
 * @param artworks what charts on paper are painted from, as their places are written; none for screens, whose pages hold the drawings
 */
public record PageModel(
        Page page, String style, String footer, Optional<String> logo, Optional<Map<String, Artwork>> artworks) {
    /** Rows that fill less than half a page. */
    private static final int SHORT = 16;

    /** A fixed text of the page. */
    public String say(String key) {
        return Texts.say(key);
    }

    /** Whether the page has to serve phones. */
    public boolean isForScreens() {
        return artworks.isEmpty();
    }

    /** The chart for wide screens and paper. */
    public String wide(Chart chart) {
        return put(ChartDrawing.of(chart, Size.WIDE));
    }

    /** The drawing within a tile, on every medium. */
    public String inTile(MonthsChart months) {
        return put(ChartDrawing.inTile(months));
    }

    /** Whether a table is so short that no page should end within it. */
    public boolean isShort(Page.Grid grid) {
        return grid.rows().size() <= SHORT;
    }

    /** The class of a row of tiles, which says how many there are. */
    public String row(Page.Tiles tiles) {
        return "of" + tiles.tiles().size();
    }

    /** The class of a judgement. */
    public String tone(Page.Status status) {
        return status.tone().name().toLowerCase(Locale.ROOT);
    }

    /** The chart for phones. */
    public String narrow(Chart chart) {
        return put(ChartDrawing.of(chart, Size.NARROW));
    }

    private String put(Artwork artwork) {
        if (artworks.isEmpty()) {
            return artwork.svg();
        }
        artworks.get().put(artwork.id(), artwork);
        return artwork.place();
    }
}
