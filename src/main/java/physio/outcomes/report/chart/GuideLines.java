package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.Axis;
import physio.outcomes.report.MonthsChart;
import physio.outcomes.report.Texts;
import physio.outcomes.spc.Limits;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.XmrSegment;

/** The level lines behind months: centre and limits of each stretch, and the target through all. */
final class GuideLines {
    private final XYSeriesCollection dataset = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final List<NamedTicks.Name> names = new ArrayList<>();
    private final Axis axis;

    GuideLines(MonthsChart months) {
        axis = months.axis();
        List<XmrSegment> segments = months.months().segments();
        for (XmrSegment segment : segments) {
            List<MonthlyPoint> points = segment.points();
            double from = MonthScale.at(points.get(0).month()) - 0.4;
            double to = MonthScale.at(points.get(points.size() - 1).month()) + 0.4;
            segment.centre().ifPresent(centre -> add(Guide.CENTRE, centre, from, to));
            segment.limits().ifPresent(limits -> addLimits(limits, from, to));
        }
        nameLast(segments.get(segments.size() - 1), months.target());
        List<MonthlyPoint> all = months.months().points();
        double from = MonthScale.at(all.get(0).month()) - 0.4;
        double to = MonthScale.at(all.get(all.size() - 1).month()) + 0.4;
        months.target().ifPresent(target -> add(Guide.TARGET, target, from, to));
    }

    XYSeriesCollection dataset() {
        return dataset;
    }

    XYLineAndShapeRenderer renderer() {
        return renderer;
    }

    /** What stands beside the newest lines. */
    List<NamedTicks.Name> names() {
        return names;
    }

    private void addLimits(Limits limits, double from, double to) {
        add(Guide.LIMIT, limits.lower(), from, to);
        add(Guide.LIMIT, limits.upper(), from, to);
    }

    private void add(Guide guide, double value, double from, double to) {
        int place = dataset.getSeriesCount();
        XYSeries line = new XYSeries(guide + " " + place);
        line.add(from, value);
        line.add(to, value);
        dataset.addSeries(line);
        renderer.setSeriesPaint(place, guide.ink);
        renderer.setSeriesStroke(place, guide.stroke);
    }

    private void nameLast(XmrSegment last, OptionalDouble target) {
        last.centre().ifPresent(centre -> name("mean", centre));
        last.limits().ifPresent(limits -> {
            name("lower", limits.lower());
            name("upper", limits.upper());
        });
        target.ifPresent(value -> name("target", value));
    }

    private void name(String line, double value) {
        names.add(new NamedTicks.Name(value, Texts.say("chart.line." + line, axis.number(value))));
    }

    /** A kind of line; patterns tell them apart without colour. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody changes the strokes
    enum Guide {
        CENTRE(Theme.INK, Theme.HAIRLINE),
        LIMIT(Theme.INK, Theme.dashed(1, 5, 3)),
        TARGET(Theme.GREEN, Theme.dashed(1.75f, 9, 3, 2, 3));

        private final Color ink;
        private final Stroke stroke;

        Guide(Color ink, Stroke stroke) {
            this.ink = ink;
            this.stroke = stroke;
        }

        void draw(Graphics2D g2, Rectangle2D box) {
            g2.setPaint(ink);
            g2.setStroke(stroke);
            g2.draw(new Line2D.Double(box.getX(), box.getCenterY(), box.getMaxX(), box.getCenterY()));
        }
    }
}
