package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;
import physio.outcomes.report.DistributionChart;
import physio.outcomes.report.DistributionChart.Row;
import physio.outcomes.report.Texts;

/** One small histogram a row: labels beside it in the wide drawing, above it in the narrow one. */
final class DistributionPicture {
    private DistributionPicture() {}

    static boolean hasBins(DistributionChart chart) {
        return chart.rows().stream().anyMatch(Row::isShown);
    }

    static Picture of(DistributionChart chart, Size size) {
        List<List<String>> titles = titles(chart.rows(), size);
        int lines = titles.stream().mapToInt(List::size).max().orElse(0);
        RowPlot text = text(chart.rows(), size, HistogramRenderer.height(lines));
        NamedTicks bins = new NamedTicks(
                fitting(chart.bins(), text.plotWidth(size)),
                new Span(-0.5, chart.bins().size() - 0.5));
        CategoryPlot plot = text.plot(dataset(chart), bins, new HistogramRenderer(most(chart), titles));
        plot.setRangeGridlinesVisible(false);
        line(chart).forEach(rule -> plot.addRangeMarker(rule.marker(), Layer.BACKGROUND));
        return text.captioned(plot, Texts.say("spread.axis", chart.axis().label(), chart.of()), size)
                .with(key(chart, size));
    }

    private static RowPlot text(List<Row> rows, Size size, int height) {
        if (size == Size.NARROW) {
            return RowPlot.even(Collections.nCopies(rows.size(), ""), List.of(), size, height);
        }
        List<List<String>> notes = rows.stream().map(row -> List.of(row.note())).toList();
        return RowPlot.even(rows.stream().map(Row::label).toList(), List.of(notes), size, height);
    }

    private static List<List<String>> titles(List<Row> rows, Size size) {
        return rows.stream()
                .map(row -> size == Size.NARROW ? title(row, size) : List.<String>of())
                .toList();
    }

    private static List<String> title(Row row, Size size) {
        String note = row.note().isEmpty() ? "" : ", " + row.note();
        return Wrapping.lines(row.label() + note, Theme.SMALL, size.width() - 30);
    }

    /** The last name and every second, third … before it, as many as fit side by side. */
    private static List<NamedTicks.Name> fitting(List<String> bins, double width) {
        double widest = bins.stream()
                .mapToDouble(bin -> Wrapping.width(bin, Theme.SMALL))
                .max()
                .orElse(0);
        int step = (int) Math.ceil((widest + 6) / (width / bins.size()));
        return IntStream.range(0, bins.size())
                .filter(bin -> (bins.size() - 1 - bin) % step == 0)
                .mapToObj(bin -> new NamedTicks.Name(bin, bins.get(bin)))
                .toList();
    }

    private static DefaultCategoryDataset dataset(DistributionChart chart) {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (int i = 0; i < chart.rows().size(); i++) {
            for (int bin = 0; bin < chart.bins().size(); bin++) {
                dataset.addValue(Numbers.boxed(chart.rows().get(i).shares().get(bin)), (Integer) bin, new RowKey(i));
            }
        }
        return dataset;
    }

    private static double most(DistributionChart chart) {
        return chart.rows().stream()
                .flatMap(row -> row.shares().stream())
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
    }

    private static List<Rule> line(DistributionChart chart) {
        return chart.line().stream()
                .map(line -> new Rule(line.before() - 0.5, line.meaning(), Theme.INK, Theme.dashed(1, 5, 3)))
                .toList();
    }

    private static Key key(DistributionChart chart, Size size) {
        List<Key.Entry> entries = new ArrayList<>();
        line(chart).forEach(rule -> entries.add(rule.entry()));
        boolean hasHidden = chart.rows().stream()
                .filter(Row::isShown)
                .anyMatch(row -> row.shares().contains(OptionalDouble.empty()));
        if (hasHidden) {
            entries.add(new Key.Entry(Texts.say("number.hidden"), HistogramRenderer::drawHidden));
        }
        return new Key(entries, size);
    }
}
