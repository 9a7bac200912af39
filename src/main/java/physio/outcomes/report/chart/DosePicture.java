package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.DoseChart;
import physio.outcomes.report.DoseChart.Dose;
import physio.outcomes.report.DoseChart.Point;
import physio.outcomes.report.Texts;

/** Means by number of sessions above their numbers of patients. */
final class DosePicture {
    private static final LineStyle MEAN = LineStyle.FIRST;
    private static final LineStyle TREND = LineStyle.SECOND;

    private DosePicture() {}

    static boolean hasPoints(DoseChart chart) {
        return chart.doses().stream().anyMatch(dose -> dose.mean().isPresent());
    }

    static Picture of(DoseChart chart, Size size) {
        TableAxis axis = axis(chart.doses(), size);
        XYPlot plot = LinePlot.of(axis, values(chart));
        plot.addRangeMarker(Rule.reference(0).marker(), Layer.BACKGROUND);
        bars(chart.doses()).drawIn(plot);
        LinePlot.layer(plot, 2, trend(chart.trend()), LinePlot.lines(List.of(TREND)));
        LinePlot.layer(plot, 3, means(chart.doses()), LinePlot.marks(List.of(MEAN)));
        String caption = LinePlot.caption(chart.axis(), chart.better());
        return LinePlot.captioned(plot, caption, axis.tableHeight(), size).withSecond(key(chart, size));
    }

    private static TableAxis axis(List<Dose> doses, Size size) {
        List<NamedTicks.Name> names = doses.stream()
                .map(dose -> new NamedTicks.Name(dose.sessions(), dose.label()))
                .toList();
        List<NamedTicks.Name> counts = doses.stream()
                .map(dose -> new NamedTicks.Name(dose.sessions(), dose.count()))
                .toList();
        int first = doses.stream().mapToInt(Dose::sessions).min().orElseThrow();
        int last = doses.stream().mapToInt(Dose::sessions).max().orElseThrow();
        TableRow patients = new TableRow(Texts.say("column.patients"), TableRow.PLAIN, counts);
        TableAxis axis = new TableAxis(names, new Span(first - 0.6, last + 0.6), List.of(patients), size);
        axis.setLabel(Texts.say("dose.axis"));
        return axis;
    }

    private static Span values(DoseChart chart) {
        DoubleStream means = chart.doses().stream().flatMapToDouble(DosePicture::ends);
        DoubleStream trend = chart.trend().stream().mapToDouble(Point::mean);
        return Span.around(DoubleStream.concat(DoubleStream.concat(means, trend), DoubleStream.of(0)));
    }

    private static DoubleStream ends(Dose dose) {
        DoubleStream interval = DoubleStream.concat(dose.low().stream(), dose.high().stream());
        return DoubleStream.concat(dose.mean().stream(), interval);
    }

    private static Bands bars(List<Dose> doses) {
        Bands bars = new Bands();
        for (Dose dose : doses) {
            if (dose.mean().isPresent() && dose.low().isPresent() && dose.high().isPresent()) {
                Bands.Point point = new Bands.Point(
                        dose.sessions(),
                        dose.mean().getAsDouble(),
                        dose.low().getAsDouble(),
                        dose.high().getAsDouble());
                bars.add(List.of(point), MEAN);
            }
        }
        return bars;
    }

    private static XYSeriesCollection means(List<Dose> doses) {
        XYSeries means = new XYSeries("means");
        doses.forEach(dose -> means.add(dose.sessions(), dose.mean().orElse(Double.NaN)));
        return new XYSeriesCollection(means);
    }

    private static XYSeriesCollection trend(List<Point> trend) {
        XYSeries line = new XYSeries("trend");
        trend.forEach(point -> line.add(point.sessions(), point.mean()));
        return new XYSeriesCollection(line);
    }

    private static Key key(DoseChart chart, Size size) {
        List<Key.Entry> entries = new ArrayList<>();
        entries.add(Glyphs.entry(Texts.say("dose.key.mean"), Glyphs.of(MEAN)));
        if (!chart.trend().isEmpty()) {
            entries.add(new Key.Entry(Texts.say("dose.key.trend"), TREND::drawLine));
        }
        return new Key(entries, size);
    }
}
