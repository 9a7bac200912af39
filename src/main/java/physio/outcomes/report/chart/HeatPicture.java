package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;
import physio.outcomes.report.HeatChart;
import physio.outcomes.report.Texts;

/** Rows of coloured cells with their numbers; columns that have no room for their names have letters, which a line explains. */
final class HeatPicture {
    private HeatPicture() {}

    static boolean hasValues(HeatChart heat) {
        return heat.shown().findAny().isPresent();
    }

    static Picture of(HeatChart heat, Size size) {
        List<String> labels = heat.rows().stream().map(HeatChart.Row::label).toList();
        RowPlot text = RowPlot.even(labels, List.of(), size);
        double room = text.plotWidth(size) / heat.columns().size();
        boolean isNamed = heat.columns().stream().allMatch(name -> Wrapping.width(name, Theme.SMALL) < room - 4);
        CategoryPlot plot = text.plot(dataset(heat), columns(heat, isNamed), new HeatRenderer(heat, size));
        plot.setRangeGridlinesVisible(false);
        Picture picture = text.captioned(plot, caption(heat), size);
        return isNamed ? picture : withLetters(picture, heat, size);
    }

    private static Picture withLetters(Picture picture, HeatChart heat, Size size) {
        String letters = IntStream.range(0, heat.columns().size())
                .mapToObj(i -> letter(i) + " " + heat.columns().get(i))
                .collect(Collectors.joining(" · "));
        JFreeChart chart = picture.chart();
        chart.addSubtitle(0, Theme.caption(letters, RectangleEdge.TOP));
        return new Picture(chart, picture.height() + Theme.captionHeight(letters, size));
    }

    private static String caption(HeatChart heat) {
        return Texts.say("chart.heat.caption", heat.axis().label());
    }

    private static NamedTicks columns(HeatChart heat, boolean isNamed) {
        List<NamedTicks.Name> names = new ArrayList<>();
        for (int i = 0; i < heat.columns().size(); i++) {
            names.add(new NamedTicks.Name(i, isNamed ? heat.columns().get(i) : letter(i)));
        }
        return new NamedTicks(names, new Span(-0.5, heat.columns().size() - 0.5));
    }

    private static String letter(int column) {
        return Character.toString('A' + column);
    }

    private static DefaultCategoryDataset dataset(HeatChart heat) {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (int row = 0; row < heat.rows().size(); row++) {
            for (int column = 0; column < heat.columns().size(); column++) {
                dataset.addValue(
                        Numbers.boxed(heat.rows().get(row).values().get(column)), new RowKey(column), new RowKey(row));
            }
        }
        return dataset;
    }
}
