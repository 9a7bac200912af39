package physio.outcomes.report.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.MonthsChart;
import physio.outcomes.report.Texts;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.Standing;
import physio.outcomes.spc.XmrChart;
import physio.outcomes.spc.XmrSegment;

/** Months between control limits. */
final class MonthsPicture {
    private MonthsPicture() {}

    static boolean hasPoints(MonthsChart months) {
        return months.months().points().stream().anyMatch(point -> point.value().isPresent());
    }

    static Picture of(MonthsChart months, Size size) {
        GuideLines guides = new GuideLines(months);
        List<Mark> marks = marks(months);
        XYPlot plot = LinePlot.of(months(months.months().points(), size), values(months));
        plot.setRangeAxis(1, new NamedTicks(guides.names(), values(months)));
        plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        plot.setDataset(0, guides.dataset());
        plot.setRenderer(0, guides.renderer());
        plot.setDataset(1, points(months.months().points()));
        plot.setRenderer(1, new MonthsRenderer(marks));
        JFreeChart chart = Theme.chart(plot);
        Key key = key(months, marks, size);
        String caption = LinePlot.caption(months.axis(), months.better()) + standing(months.months());
        chart.addSubtitle(Theme.caption(caption, RectangleEdge.TOP));
        chart.addSubtitle(key);
        return new Picture(chart, LinePlot.HEIGHT + Theme.captionHeight(caption, size) + key.height());
    }

    /** Limits that are missing or may still move are said to. */
    private static String standing(XmrChart chart) {
        Standing newest = chart.segments().get(chart.segments().size() - 1).standing();
        return switch (newest) {
            case FIRM -> "";
            case PROVISIONAL -> " · " + Texts.say("chart.months.limits", Texts.say("standing", newest));
            case NO_VARIATION, TOO_FEW -> " · " + Texts.say("chart.months.unlimited", Texts.say("standing", newest));
        };
    }

    static List<Mark> marks(MonthsChart months) {
        XmrChart chart = months.months();
        return IntStream.range(0, chart.points().size())
                .mapToObj(i -> Mark.of(chart.points().get(i), chart.signals().get(i), months.better()))
                .toList();
    }

    /** Months left out are points without a value: the line must break there. */
    static XYSeriesCollection points(List<MonthlyPoint> points) {
        XYSeries series = new XYSeries("months");
        for (MonthlyPoint point : points) {
            series.add(MonthScale.at(point.month()), point.value().orElse(Double.NaN));
        }
        return new XYSeriesCollection(series);
    }

    private static NamedTicks months(List<MonthlyPoint> points, Size size) {
        YearMonth first = points.get(0).month();
        YearMonth last = points.get(points.size() - 1).month();
        return new NamedTicks(MonthScale.names(first, last, size.pick(5, 12)), time(points));
    }

    static Span time(List<MonthlyPoint> points) {
        return new Span(
                MonthScale.at(points.get(0).month()) - 0.7,
                MonthScale.at(points.get(points.size() - 1).month()) + 0.7);
    }

    static Span values(MonthsChart months) {
        XmrChart chart = months.months();
        DoubleStream points = chart.points().stream().flatMapToDouble(point -> point.value().stream());
        DoubleStream limits = chart.segments().stream()
                .map(XmrSegment::limits)
                .flatMap(limit -> limit.stream())
                .flatMapToDouble(limit -> DoubleStream.of(limit.lower(), limit.upper()));
        return Span.around(DoubleStream.concat(DoubleStream.concat(points, limits), months.target().stream()));
    }

    private static Key key(MonthsChart months, List<Mark> marks, Size size) {
        List<Key.Entry> entries = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            boolean isDrawn = IntStream.range(0, marks.size())
                    .anyMatch(i -> marks.get(i) == mark
                            && months.months().points().get(i).value().isPresent());
            if (isDrawn) {
                entries.add(new Key.Entry(mark.meaning(), mark::draw));
            }
        }
        boolean isLimited = months.months().segments().stream()
                .anyMatch(segment -> segment.limits().isPresent());
        if (isLimited) {
            entries.add(new Key.Entry(Texts.say("chart.months.limit"), GuideLines.Guide.LIMIT::draw));
        }
        if (months.target().isPresent()) {
            entries.add(new Key.Entry(Texts.say("chart.months.target"), GuideLines.Guide.TARGET::draw));
        }
        return new Key(entries, size);
    }
}
