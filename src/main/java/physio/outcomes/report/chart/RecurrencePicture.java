package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.Better;
import physio.outcomes.report.RecurrenceChart;
import physio.outcomes.report.RecurrenceChart.Group;
import physio.outcomes.report.RecurrenceChart.Month;
import physio.outcomes.report.SharesChart;
import physio.outcomes.report.Texts;

/** Survival curves above their numbers at risk; the table explains the lines too. */
final class RecurrencePicture {
    /** Bands of more groups would hide each other. */
    private static final int MOST_BANDS = 3;

    private static final int ROOM_FOR_MANY = 90;

    /** Above 100%, where all curves begin: half a line. */
    private static final double ROOM_ABOVE = 0.015;

    private final List<Group> groups;
    private final RiskMonths months;
    private final boolean hasBands;

    private RecurrencePicture(RecurrenceChart chart, Size size) {
        groups = chart.groups();
        months = RiskMonths.of(groups, size);
        hasBands = groups.size() <= MOST_BANDS;
    }

    static boolean hasCurves(RecurrenceChart chart) {
        return chart.groups().stream().anyMatch(group -> !group.shown().isEmpty());
    }

    static Picture of(RecurrenceChart chart, Size size) {
        return new RecurrencePicture(chart, size).drawn(size);
    }

    private Picture drawn(Size size) {
        TableAxis axis = new TableAxis(months.names(), months.span(), table(), size);
        axis.setLabel(Texts.say("recurrence.axis"));
        Span values = values();
        XYPlot plot = LinePlot.of(axis, values);
        bands(hasBands ? groups : List.of()).drawIn(plot);
        LinePlot.layer(plot, 2, curves(), LinePlot.lines(LineStyle.first(groups.size())));
        LinePlot.layer(plot, 3, marks(), LinePlot.marks(LineStyle.first(groups.size())));
        String caption = LinePlot.caption(RecurrenceChart.axis(), Better.HIGHER)
                + (hasBands ? " · " + Texts.say("recurrence.axis.shaded") : "")
                + (values.low() > 0
                        ? " · " + Texts.say("recurrence.axis.from", SharesChart.percent(values.low() / 100))
                        : "");
        int more = hasBands ? 0 : ROOM_FOR_MANY;
        return LinePlot.captioned(plot, caption, axis.tableHeight() + more, size);
    }

    private List<TableRow> table() {
        List<TableRow> rows = new ArrayList<>();
        rows.add(TableRow.heading(Texts.say("recurrence.at_risk")));
        for (Group group : groups) {
            List<NamedTicks.Name> patients = months.of(group)
                    .map(month -> new NamedTicks.Name(month.number(), month.patients()))
                    .toList();
            rows.add(new TableRow(group.label(), LineStyle.of(rows.size() - 1)::draw, patients));
        }
        return rows;
    }

    /** From 0 to 100%, or from 50% where nothing lies below. */
    private Span values() {
        double least = groups.stream()
                .flatMap(group -> group.shown().stream())
                .flatMapToDouble(this::drawn)
                .min()
                .orElse(0);
        double low = least >= 0.5 ? 50 : 0;
        return new Span(low, 100 + ROOM_ABOVE * (100 - low));
    }

    private DoubleStream drawn(Month month) {
        DoubleStream free = month.free().stream();
        return hasBands ? DoubleStream.concat(free, month.low().stream()) : free;
    }

    private static Bands bands(List<Group> groups) {
        Bands bands = new Bands();
        for (int i = 0; i < groups.size(); i++) {
            List<Bands.Point> corners = Steps.of(groups.get(i).shown())
                    .filter(corner ->
                            corner.at().low().isPresent() && corner.at().high().isPresent())
                    .map(corner -> new Bands.Point(
                            corner.month(),
                            percent(corner.at().free()),
                            percent(corner.at().low()),
                            percent(corner.at().high())))
                    .toList();
            if (!corners.isEmpty()) {
                bands.add(corners, LineStyle.of(i));
            }
        }
        return bands;
    }

    private XYSeriesCollection curves() {
        return series(group -> Steps.of(group.shown()));
    }

    /** At the months of the table, and where a curve ends. */
    private XYSeriesCollection marks() {
        return series(group -> {
            List<Month> shown = group.shown();
            return Steps.each(shown.stream()
                    .filter(month -> months.isMarked(month.number()) || month.equals(shown.get(shown.size() - 1))));
        });
    }

    private XYSeriesCollection series(Function<Group, Stream<Steps.Corner>> corners) {
        XYSeriesCollection all = new XYSeriesCollection();
        for (Group group : groups) {
            XYSeries series = new XYSeries(all.getSeriesCount(), false, true);
            corners.apply(group)
                    .forEach(corner ->
                            series.add(corner.month(), percent(corner.at().free())));
            all.addSeries(series);
        }
        return all;
    }

    private static double percent(OptionalDouble share) {
        return 100 * share.orElseThrow();
    }
}
