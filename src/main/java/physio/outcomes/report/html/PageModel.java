package physio.outcomes.report.html;

import java.util.Locale;
import java.util.Optional;
import physio.outcomes.report.Chart;
import physio.outcomes.report.MonthsChart;
import physio.outcomes.report.Page;
import physio.outcomes.report.Texts;
import physio.outcomes.report.chart.ChartDrawing;
import physio.outcomes.report.chart.Size;

/**
 * What the page template asks for.
 *
 * @param style the style element, whole
 * @param footer which program made the page
 * @param logo a picture as a data URI
 * @param medium what the page is for
 */
public record PageModel(Page page, String style, String footer, Optional<String> logo, Medium medium) {
    /** Rows that fill less than half a page. */
    private static final int SHORT = 16;

    /** What a page is for: a screen gets each chart in two sizes, paper in the wide one. */
    public enum Medium {
        SCREEN,
        PAPER
    }

    /** A fixed text of the page. */
    public String say(String key) {
        return Texts.say(key);
    }

    /** Whether the page has to serve phones. */
    public boolean isForScreens() {
        return medium == Medium.SCREEN;
    }

    /** The chart for wide screens and paper. */
    public String wide(Chart chart) {
        return ChartDrawing.svg(chart, Size.WIDE);
    }

    /** The drawing within a tile, on every medium. */
    public String inTile(MonthsChart months) {
        return ChartDrawing.inTile(months);
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
        return ChartDrawing.svg(chart, Size.NARROW);
    }
}
