package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis with words at given values; upright, words that would overlap are moved apart. */
class NamedTicks extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private static final double LEAST_DISTANCE = 13;

    /** A word and where it stands. */
    record Name(double value, String text) {}

    private final transient List<Name> names;

    NamedTicks(List<Name> names, Span span) {
        this.names = names.stream()
                .filter(name -> span.holds(name.value()))
                .sorted(Comparator.comparingDouble(Name::value))
                .toList();
        Theme.quiet(this);
        setRange(span.low(), span.high());
    }

    @Override
    protected List<NumberTick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        return names.stream()
                .map(name -> tick(name.value(), name.text(), TextAnchor.TOP_CENTER))
                .toList();
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        double[] places = names.stream()
                .mapToDouble(name -> valueToJava2D(name.value(), area, edge))
                .toArray();
        moveApart(places, area.getMinY());
        List<NumberTick> ticks = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            double value = java2DToValue(places[i], area, edge);
            ticks.add(tick(value, names.get(i).text(), TextAnchor.CENTER_LEFT));
        }
        return ticks;
    }

    private static NumberTick tick(double value, String text, TextAnchor anchor) {
        return new NumberTick(value, text, anchor, TextAnchor.CENTER, 0d);
    }

    /** Upwards from the lowest; where the top is reached, the rest moves down again. */
    private static void moveApart(double[] places, double top) {
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.min(places[i], places[i - 1] - LEAST_DISTANCE);
        }
        double limit = top;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.max(places[i], limit);
            limit = places[i] + LEAST_DISTANCE;
        }
    }
}
