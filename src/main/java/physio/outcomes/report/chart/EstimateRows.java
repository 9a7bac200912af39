package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.report.Axis;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.IntervalChart.Row;
import physio.outcomes.report.Texts;

/** Estimates below headings, in the making. */
final class EstimateRows {
    private final Size size;
    private final List<RowText> labels = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Glyph> glyphs = new ArrayList<>();

    EstimateRows(Size size) {
        this.size = size;
    }

    /** What stands above the next rows; nothing if empty. */
    void addHeading(String label) {
        if (!label.isEmpty()) {
            labels.add(RowText.heading(label, RowPlot.labelWidth(size)));
            rows.add(Row.suppressed(label, ""));
            glyphs.add(Glyph.NONE);
        }
    }

    void add(Row row, Glyph glyph) {
        labels.add(RowText.indented(row.label(), RowPlot.labelWidth(size)));
        rows.add(row);
        glyphs.add(glyph);
    }

    /** The rows over an axis; percentages do not leave 0 to 100. */
    EstimatePicture picture(Axis axis, OptionalDouble reference) {
        Span span = EstimateSpan.of(rows, reference);
        boolean isShare = axis.unit().equals("%") && reference.isEmpty();
        return new EstimatePicture(
                RowPlot.grouped(labels, EstimateColumns.of(rows, axis, size), size),
                rows,
                glyphs,
                Theme.numbers(isShare ? span.within(0, 100) : span, size.pick(3, 5)),
                reference);
    }

    /** What they measure, with a hint, which may be empty. */
    String caption(Axis axis, String hint) {
        return caption(rows, axis, hint);
    }

    static String caption(List<Row> rows, Axis axis, String hint) {
        String measured = IntervalChart.hasIntervals(rows) ? Texts.say("estimates.axis", axis.label()) : axis.label();
        return measured + (hint.isEmpty() ? "" : " · " + hint);
    }
}
