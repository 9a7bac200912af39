package physio.outcomes.report.chart;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.IntervalChart.Row;

/** Dots with intervals, one a row. */
final class IntervalPicture {
    private static final OptionalDouble ZERO = OptionalDouble.of(0);

    private IntervalPicture() {}

    static Picture of(IntervalChart intervals, Size size) {
        List<Row> rows = intervals.rows();
        RowPlot text = RowPlot.even(
                rows.stream().map(Row::label).toList(), EstimateColumns.of(rows, intervals.axis(), size), size);
        List<Glyph> dots = Collections.nCopies(rows.size(), Glyphs.dot());
        return new EstimatePicture(text, rows, dots, Theme.numbers(EstimateSpan.of(rows, ZERO), size.pick(4, 8)), ZERO)
                .captioned(
                        EstimateRows.caption(
                                rows, intervals.axis(), intervals.better().across()),
                        size);
    }
}
