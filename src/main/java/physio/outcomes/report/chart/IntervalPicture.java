package physio.outcomes.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;
import physio.outcomes.report.Axis;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.IntervalChart.Row;

/** Dots with intervals, one a row. */
final class IntervalPicture {
    /** Longer arms of an interval, in median arms beyond all estimates, would flatten the other rows. */
    private static final double LONGEST = 4;

    private IntervalPicture() {}

    static Picture of(IntervalChart intervals, Size size) {
        List<Row> rows = intervals.rows();
        RowPlot text = new RowPlot(rows.stream().map(Row::label).toList(), columns(intervals, size), size);
        Span span = span(rows);
        CategoryPlot plot = text.plot(dataset(rows), Theme.numbers(span), new IntervalRenderer(span));
        ValueMarker zero = new ValueMarker(0, Theme.FAINT_INK, Theme.LINE);
        zero.setStroke(Theme.HAIRLINE);
        plot.addRangeMarker(zero, Layer.BACKGROUND);
        JFreeChart chart = Theme.chart(plot);
        String hint = intervals.better().across();
        String caption = intervals.axis().label() + ", 95% interval" + (hint.isEmpty() ? "" : " · " + hint);
        chart.addSubtitle(Theme.caption(caption, RectangleEdge.BOTTOM));
        return new Picture(chart, text.height() + 36 + Theme.captionHeight(caption, size));
    }

    /** The narrow drawing has room for the estimate alone; the interval is drawn and stands in the table. */
    private static List<List<List<String>>> columns(IntervalChart intervals, Size size) {
        List<Row> rows = intervals.rows();
        Axis axis = intervals.axis();
        if (size == Size.NARROW) {
            return List.of(rows.stream()
                    .map(row -> present(estimate(row, axis), row.note()))
                    .toList());
        }
        return List.of(
                rows.stream()
                        .map(row -> List.of(estimate(row, axis) + interval(row, axis)))
                        .toList(),
                rows.stream().map(row -> List.of(row.note())).toList());
    }

    private static List<String> present(String... lines) {
        return Arrays.stream(lines).filter(line -> !line.isEmpty()).toList();
    }

    private static String estimate(Row row, Axis axis) {
        return row.estimate().isPresent() ? axis.number(row.estimate().getAsDouble()) : "";
    }

    private static String interval(Row row, Axis axis) {
        return row.estimate().isPresent() && row.low().isPresent() && row.high().isPresent()
                ? " (" + axis.number(row.low().getAsDouble()) + " to "
                        + axis.number(row.high().getAsDouble()) + ")"
                : "";
    }

    private static DefaultCategoryDataset dataset(List<Row> rows) {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            RowKey key = new RowKey(i);
            dataset.addValue(Numbers.boxed(row.estimate()), IntervalRenderer.ESTIMATE, key);
            dataset.addValue(Numbers.boxed(row.low()), IntervalRenderer.LOW, key);
            dataset.addValue(Numbers.boxed(row.high()), IntervalRenderer.HIGH, key);
        }
        return dataset;
    }

    /** Holds 0, all estimates, and all intervals but the few that are far longer than the others. */
    private static Span span(List<Row> rows) {
        double[] estimates = estimates(rows).toArray();
        double[] arms = rows.stream()
                .filter(row -> row.estimate().isPresent())
                .flatMapToDouble(row ->
                        ends(row).map(end -> Math.abs(end - row.estimate().getAsDouble())))
                .sorted()
                .toArray();
        if (estimates.length == 0) {
            return new Span(-1, 1);
        }
        double room = arms.length == 0 ? 0 : LONGEST * arms[arms.length / 2];
        double low =
                DoubleStream.concat(estimates(rows), DoubleStream.of(0)).min().getAsDouble() - room;
        double high =
                DoubleStream.concat(estimates(rows), DoubleStream.of(0)).max().getAsDouble() + room;
        Span most = new Span(low, high);
        DoubleStream ends = rows.stream().flatMapToDouble(IntervalPicture::ends).map(most::clamped);
        return Span.around(DoubleStream.concat(ends, DoubleStream.concat(estimates(rows), DoubleStream.of(0))));
    }

    private static DoubleStream estimates(List<Row> rows) {
        return rows.stream().flatMapToDouble(row -> row.estimate().stream());
    }

    private static DoubleStream ends(Row row) {
        return DoubleStream.concat(row.low().stream(), row.high().stream());
    }
}
