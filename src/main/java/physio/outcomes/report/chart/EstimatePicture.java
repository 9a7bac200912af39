package physio.outcomes.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.Layer;
import physio.outcomes.report.IntervalChart.Row;

/** Estimates in rows over one axis, with a line at a reference value. */
record EstimatePicture(RowPlot text, List<Row> rows, List<Glyph> glyphs, NumberAxis axis, OptionalDouble reference) {

    /** The rows above a caption. */
    Picture captioned(String caption, Size size) {
        Span span = new Span(axis.getLowerBound(), axis.getUpperBound());
        CategoryPlot plot = text.plot(IntervalRenderer.dataset(rows), axis, new IntervalRenderer(span, glyphs));
        reference.ifPresent(value -> plot.addRangeMarker(Rule.reference(value).marker(), Layer.BACKGROUND));
        return text.captioned(plot, caption, size);
    }
}
