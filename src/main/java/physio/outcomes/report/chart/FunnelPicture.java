package physio.outcomes.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.Better;
import physio.outcomes.report.FunnelChart;
import physio.outcomes.report.Texts;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;
import physio.outcomes.spc.Position;

/** Points between the limits of a funnel. */
final class FunnelPicture {
    private static final Stroke WARNING = Theme.dashed(1.25f, 5, 3);
    private static final Stroke ALARM = new BasicStroke(1.25f);
    private static final int STEPS = 80;
    private static final int AXIS_LABEL = 18;

    private FunnelPicture() {}

    static boolean hasUnits(FunnelChart chart) {
        return !chart.funnel().units().isEmpty();
    }

    static Picture of(FunnelChart chart, Size size) {
        Funnel funnel = chart.funnel();
        long most = funnel.units().stream().mapToLong(FunnelUnit::n).max().orElseThrow();
        Span patients = new Span(0, most * 1.08);
        NumberAxis axis = Theme.numbers(patients, size.pick(4, 8));
        axis.setLabel(Texts.say("chart.funnel.size", chart.size()));
        XYPlot plot = LinePlot.of(axis, values(funnel));
        plot.addRangeMarker(Rule.reference(funnel.centre()).marker());
        LinePlot.layer(plot, 0, limits(funnel, patients), lines());
        addPoints(plot, chart);
        new PointNames(patients, values(funnel), size)
                .of(funnel.units(), chart.named())
                .forEach(plot::addAnnotation);
        String caption = LinePlot.caption(chart.axis(), chart.better());
        return LinePlot.captioned(plot, caption, AXIS_LABEL, size).withSecond(key(chart, size));
    }

    /** All points, and the limits of the smallest clinic that is judged. */
    private static Span values(Funnel funnel) {
        DoubleStream limits =
                DoubleStream.of(funnel.low(Funnel.FEWEST, Funnel.ALARM), funnel.high(Funnel.FEWEST, Funnel.ALARM));
        return Span.around(DoubleStream.concat(limits, funnel.units().stream().mapToDouble(FunnelUnit::value)));
    }

    private static XYSeriesCollection limits(Funnel funnel, Span patients) {
        XYSeriesCollection limits = new XYSeriesCollection();
        for (double errors : new double[] {-Funnel.WARNING, Funnel.WARNING, -Funnel.ALARM, Funnel.ALARM}) {
            XYSeries line = new XYSeries("limit " + errors);
            for (int i = 0; i <= STEPS; i++) {
                long n = Math.round(Funnel.FEWEST + i * (patients.high() - Funnel.FEWEST) / STEPS);
                line.add((double) n, errors < 0 ? funnel.low(n, -errors) : funnel.high(n, errors));
            }
            limits.addSeries(line);
        }
        return limits;
    }

    private static XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < 4; i++) {
            renderer.setSeriesPaint(i, Theme.FAINT_INK);
            renderer.setSeriesStroke(i, i < 2 ? WARNING : ALARM);
        }
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private static void addPoints(XYPlot plot, FunnelChart chart) {
        List<Kind> kinds = kinds(chart);
        XYSeriesCollection points = new XYSeriesCollection();
        for (int i = 0; i < kinds.size(); i++) {
            XYSeries series = new XYSeries("points " + i);
            kinds.get(i).units().forEach(unit -> series.add((double) unit.n(), unit.value()));
            points.addSeries(series);
        }
        LinePlot.layer(
                plot,
                1,
                points,
                new PointsRenderer(kinds.stream().map(Kind::mark).toList()));
    }

    /** Points that are marked alike. */
    private record Kind(String meaning, Mark mark, List<FunnelUnit> units) {}

    private static List<Kind> kinds(FunnelChart chart) {
        Better better = chart.better();
        Mark below =
                better == Better.NEITHER ? Mark.NOTABLE : better == Better.HIGHER ? Mark.CONCERNING : Mark.IMPROVING;
        Mark above =
                better == Better.NEITHER ? Mark.NOTABLE : better == Better.HIGHER ? Mark.IMPROVING : Mark.CONCERNING;
        return List.of(
                new Kind(Texts.say("chart.funnel.within", chart.units()), Mark.USUAL, chart.at(Position.WITHIN)),
                new Kind(Texts.say("chart.funnel.above"), above, chart.at(Position.ABOVE, Position.FAR_ABOVE)),
                new Kind(Texts.say("chart.funnel.below"), below, chart.at(Position.BELOW, Position.FAR_BELOW)));
    }

    private static Key key(FunnelChart chart, Size size) {
        List<Key.Entry> entries = new ArrayList<>();
        kinds(chart).stream()
                .filter(kind -> !kind.units().isEmpty())
                .forEach(kind -> entries.add(new Key.Entry(kind.meaning(), kind.mark()::draw)));
        entries.add(new Key.Entry(Texts.say("chart.funnel.warning"), (g2, box) -> draw(g2, box, WARNING)));
        entries.add(new Key.Entry(Texts.say("chart.funnel.alarm"), (g2, box) -> draw(g2, box, ALARM)));
        return new Key(entries, size);
    }

    private static void draw(Graphics2D g2, Rectangle2D box, Stroke stroke) {
        g2.setPaint(Theme.FAINT_INK);
        g2.setStroke(stroke);
        g2.draw(new Line2D.Double(box.getX() - 2, box.getCenterY(), box.getMaxX() + 2, box.getCenterY()));
    }
}
