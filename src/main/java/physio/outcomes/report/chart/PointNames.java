package physio.outcomes.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.ui.TextAnchor;
import physio.outcomes.spc.FunnelUnit;

/** Names beside points, each on the first side where it lies on no point and no other name; where there is none, it is left out. */
final class PointNames {
    /** What the axis, its numbers and the margins take of the width. */
    private static final int BESIDE = 60;

    private static final double REACH = 5;
    private static final double GAP = 8;
    private static final double LINE = 12;

    private final Span across;
    private final Span upright;
    private final double width;
    private final List<Rectangle2D> taken = new ArrayList<>();

    PointNames(Span across, Span upright, Size size) {
        this.across = across;
        this.upright = upright;
        this.width = size.width() - BESIDE;
    }

    /** Of those of the units that are named. */
    List<XYTextAnnotation> of(List<FunnelUnit> units, List<String> named) {
        units.forEach(unit -> taken.add(around(x(unit), y(unit), 2 * REACH, 2 * REACH)));
        List<XYTextAnnotation> names = new ArrayList<>();
        for (FunnelUnit unit : units) {
            if (named.contains(unit.name())) {
                place(unit, names);
            }
        }
        return names;
    }

    private void place(FunnelUnit unit, List<XYTextAnnotation> names) {
        double half = Wrapping.width(unit.name(), Theme.SMALL) / 2;
        double[][] sides = {{GAP + half, 0}, {-GAP - half, 0}, {0, GAP + LINE / 2}, {0, -GAP - LINE / 2}};
        for (double[] side : sides) {
            double x = x(unit) + side[0];
            double y = y(unit) + side[1];
            Rectangle2D box = around(x, y, 2 * half + 2, LINE);
            boolean isWithin = box.getMinX() >= 0 && box.getMaxX() <= width;
            if (isWithin && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                names.add(name(unit.name(), x, y));
                return;
            }
        }
    }

    private XYTextAnnotation name(String text, double x, double y) {
        XYTextAnnotation name = new XYTextAnnotation(
                text,
                across.low() + x / width * (across.high() - across.low()),
                upright.low() + y / LinePlot.HEIGHT * (upright.high() - upright.low()));
        name.setFont(Theme.SMALL);
        name.setPaint(Theme.INK);
        name.setTextAnchor(TextAnchor.CENTER);
        return name;
    }

    private double x(FunnelUnit unit) {
        return (unit.n() - across.low()) / (across.high() - across.low()) * width;
    }

    private double y(FunnelUnit unit) {
        return (unit.value() - upright.low()) / (upright.high() - upright.low()) * LinePlot.HEIGHT;
    }

    private static Rectangle2D around(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }
}
