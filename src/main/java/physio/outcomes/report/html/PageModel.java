package physio.outcomes.report.html;

import physio.outcomes.report.Chart;
import physio.outcomes.report.Page;
import physio.outcomes.report.chart.ChartDrawing;
import physio.outcomes.report.chart.Size;

/**
 * What the page template asks for.
 *
 * @param style the style element, whole
 * @param footer which program made the page
 */
public record PageModel(Page page, String style, String footer) {

    /** The chart for wide screens and paper. */
    public String wide(Chart chart) {
        return ChartDrawing.svg(chart, Size.WIDE);
    }

    /** The chart for phones. */
    public String narrow(Chart chart) {
        return ChartDrawing.svg(chart, Size.NARROW);
    }
}
