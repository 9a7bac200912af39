package physio.outcomes.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.data.category.CategoryDataset;

/** A plot of horizontal rows: labels on the left, figures on the right, both in columns. */
final class RowPlot {
    private static final int LINE_HEIGHT = 13;
    private static final int ROW_MARGIN = 10;

    private final List<List<String>> labels;
    private final List<List<List<String>>> columns;

    /**
     * Lays out the text.
     *
     * @param labels of the rows
     * @param columns to the right; each has the paragraphs of every row
     */
    RowPlot(List<String> labels, List<List<List<String>>> columns, Size size) {
        this.labels = labels.stream()
                .map(label -> Wrapping.lines(label, Theme.SMALL, size.pick(116, 236)))
                .toList();
        this.columns = columns.stream()
                .map(column -> wrapped(column, size.pick(84, 150)))
                .toList();
    }

    private static List<List<String>> wrapped(List<List<String>> column, double width) {
        return column.stream()
                .map(row -> row.stream()
                        .flatMap(line -> Wrapping.lines(line, Theme.SMALL, width).stream())
                        .toList())
                .toList();
    }

    CategoryPlot plot(CategoryDataset dataset, NumberAxis axis, CategoryItemRenderer renderer) {
        CategoryPlot plot = new CategoryPlot(dataset, new TextColumn(labels, Theme.INK), axis, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIRLINE);
        // JFreeChart asks no renderer where all values are missing.
        plot.setNoDataMessage(NotShown.TEXT);
        plot.setNoDataMessageFont(Theme.SMALL);
        plot.setNoDataMessagePaint(Theme.FAINT_INK);
        for (int i = 0; i < columns.size(); i++) {
            plot.setDomainAxis(i + 1, new TextColumn(columns.get(i), Theme.FAINT_INK));
            plot.setDomainAxisLocation(i + 1, AxisLocation.BOTTOM_OR_RIGHT);
        }
        plot.mapDatasetToDomainAxes(
                0, IntStream.rangeClosed(0, columns.size()).boxed().toList());
        return plot;
    }

    /** The height of all rows, each as tall as the one with most lines. */
    int height() {
        int lines = IntStream.range(0, labels.size()).map(this::lines).max().orElse(1);
        return labels.size() * (ROW_MARGIN + LINE_HEIGHT * lines);
    }

    private int lines(int row) {
        int right = columns.stream()
                .mapToInt(column -> column.get(row).size())
                .max()
                .orElse(1);
        return Math.max(right, labels.get(row).size());
    }
}
