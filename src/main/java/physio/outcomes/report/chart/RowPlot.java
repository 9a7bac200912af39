package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/** A plot of horizontal rows: labels on the left, figures on the right, both in columns. */
final class RowPlot {
    private static final int LINE_HEIGHT = 13;
    private static final int ROW_MARGIN = 10;
    /** Below a heading rows belong together, and many must find room on a page. */
    private static final int CLOSE_MARGIN = 2;

    private static final int HEADING_MARGIN = 6;

    private final List<RowText> labels;
    private final List<List<RowText>> columns;
    private final RowHeights heights;

    private RowPlot(List<RowText> labels, List<List<RowText>> columns, RowHeights heights) {
        this.labels = labels;
        this.columns = columns;
        this.heights = heights;
    }

    /**
     * Rows of one height, that of the one with most lines.
     *
     * @param labels of the rows
     * @param columns to the right; each has the paragraphs of every row
     */
    static RowPlot even(List<String> labels, List<List<List<String>>> columns, Size size) {
        return even(labels, columns, size, 0);
    }

    /** Rows of one height, at least the given one, that of what is drawn in them. */
    static RowPlot even(List<String> labels, List<List<List<String>>> columns, Size size, int least) {
        List<RowText> left = labels.stream()
                .map(label -> RowText.of(List.of(label), Theme.INK, labelWidth(size)))
                .toList();
        List<List<RowText>> right = wrapped(columns, size);
        int lines = IntStream.range(0, labels.size())
                .map(row -> lines(left, right, row))
                .max()
                .orElse(1);
        int height = Math.max(least, ROW_MARGIN + LINE_HEIGHT * lines);
        return new RowPlot(left, right, new RowHeights(labels.stream().mapToInt(label -> height)));
    }

    /** Rows below headings, each as tall as its own text. */
    static RowPlot grouped(List<RowText> labels, List<List<List<String>>> columns, Size size) {
        List<List<RowText>> right = wrapped(columns, size);
        IntStream heights = IntStream.range(0, labels.size())
                .map(row -> LINE_HEIGHT * lines(labels, right, row)
                        + (labels.get(row).isHeading() ? HEADING_MARGIN : CLOSE_MARGIN));
        return new RowPlot(labels, right, new RowHeights(heights));
    }

    /** The widest that a label may be. */
    static int labelWidth(Size size) {
        return size.pick(116, 236);
    }

    private static List<List<RowText>> wrapped(List<List<List<String>>> columns, Size size) {
        List<List<RowText>> wrapped = new ArrayList<>();
        for (List<List<String>> column : columns) {
            wrapped.add(column.stream()
                    .map(row -> RowText.of(row, Theme.FAINT_INK, size.pick(84, 150)))
                    .toList());
        }
        return wrapped;
    }

    private static int lines(List<RowText> labels, List<List<RowText>> columns, int row) {
        int right = columns.stream()
                .mapToInt(column -> column.get(row).lines().size())
                .max()
                .orElse(1);
        return Math.max(right, labels.get(row).lines().size());
    }

    CategoryPlot plot(CategoryDataset dataset, NumberAxis axis, CategoryItemRenderer renderer) {
        CategoryPlot plot = new CategoryPlot(dataset, new TextColumn(labels, heights), axis, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        // JFreeChart asks no renderer where all values are missing.
        plot.setNoDataMessage(NotShown.text());
        plot.setNoDataMessageFont(Theme.SMALL);
        plot.setNoDataMessagePaint(Theme.FAINT_INK);
        for (int i = 0; i < columns.size(); i++) {
            plot.setDomainAxis(i + 1, new TextColumn(columns.get(i), heights));
            plot.setDomainAxisLocation(i + 1, AxisLocation.BOTTOM_OR_RIGHT);
        }
        plot.mapDatasetToDomainAxes(
                0, IntStream.rangeClosed(0, columns.size()).boxed().toList());
        return plot;
    }

    /** The width that labels and columns leave. */
    double plotWidth(Size size) {
        double columnWidths = columns.stream().mapToDouble(RowPlot::width).sum();
        return size.width() - 10 - width(labels) - columnWidths;
    }

    private static double width(List<RowText> column) {
        return 8 + column.stream().mapToDouble(RowText::width).max().orElse(0);
    }

    /** The plot above a caption, with room for its axis. */
    Picture captioned(CategoryPlot plot, String caption, Size size) {
        JFreeChart chart = Theme.chart(plot);
        chart.addSubtitle(Theme.caption(caption, RectangleEdge.BOTTOM));
        return new Picture(chart, heights.total() + 36 + Theme.captionHeight(caption, size));
    }
}
