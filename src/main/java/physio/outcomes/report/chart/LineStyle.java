package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/** How a series is drawn: colour, pattern and shape each tell it apart. */
@SuppressWarnings("ImmutableEnumChecker") // nobody changes the shapes
enum LineStyle {
    FIRST(Theme.BLUE, Theme.LINE, new Ellipse2D.Double(-3.5, -3.5, 7, 7)),
    SECOND(Theme.VERMILION, Theme.dashed(1.75f, 7, 3), new Rectangle2D.Double(-3.25, -3.25, 6.5, 6.5)),
    THIRD(Theme.GREEN, Theme.dashed(1.75f, 2, 2), polygon(0, -4.5, 4.5, 3.5, -4.5, 3.5)),
    FOURTH(Theme.PURPLE, Theme.dashed(1.75f, 9, 3, 2, 3), polygon(0, -4.5, 4.5, 0, 0, 4.5, -4.5, 0)),
    FIFTH(Theme.INK, Theme.dashed(1.75f, 4, 2), polygon(0, 4.5, 4.5, -3.5, -4.5, -3.5)),
    SIXTH(Theme.NAVY, Theme.dashed(1.75f, 12, 3), plus()),
    SEVENTH(Theme.WINE, Theme.dashed(1.75f, 9, 2, 2, 2, 2, 2), turned(plus())),
    EIGHTH(Theme.OLIVE, Theme.dashed(1.75f, 3, 5), ring()),
    NINTH(Theme.GREY, Theme.dashed(1.75f, 14, 4, 5, 4), polygon(-4.5, -4, 4.5, 4, 4.5, -4, -4.5, 4));

    private static final int BAND_OPACITY = 40;

    private final Color ink;
    private final Stroke stroke;
    private final Shape shape;

    LineStyle(Color ink, Stroke stroke, Shape shape) {
        this.ink = ink;
        this.stroke = stroke;
        this.shape = shape;
    }

    /** The style of a series; more than nine would not be readable anyway. */
    static LineStyle of(int series) {
        return values()[series % values().length];
    }

    /** The styles of so many series. */
    static List<LineStyle> first(int series) {
        return IntStream.range(0, series).mapToObj(LineStyle::of).toList();
    }

    Color ink() {
        return ink;
    }

    Color band() {
        return new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), BAND_OPACITY);
    }

    Stroke stroke() {
        return stroke;
    }

    Shape shape() {
        return shape;
    }

    void draw(Graphics2D g2, Rectangle2D box) {
        drawLine(g2, box);
        fillMark(g2, box.getCenterX(), box.getCenterY());
    }

    /** Draws the line alone through the middle of a box. */
    void drawLine(Graphics2D g2, Rectangle2D box) {
        g2.setPaint(ink);
        g2.setStroke(stroke);
        g2.draw(new Line2D.Double(box.getX() - 2, box.getCenterY(), box.getMaxX() + 2, box.getCenterY()));
    }

    /** Draws the shape alone in the middle of a box. */
    void drawMark(Graphics2D g2, Rectangle2D box) {
        g2.setPaint(ink);
        fillMark(g2, box.getCenterX(), box.getCenterY());
    }

    /** Draws the shape around a point in the colour that is set. */
    void fillMark(Graphics2D g2, double x, double y) {
        g2.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape));
    }

    private static Shape plus() {
        return polygon(
                -1.5, -5, 1.5, -5, 1.5, -1.5, 5, -1.5, 5, 1.5, 1.5, 1.5, 1.5, 5, -1.5, 5, -1.5, 1.5, -5, 1.5, -5, -1.5,
                -1.5, -1.5);
    }

    private static Shape turned(Shape shape) {
        return AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(shape);
    }

    private static Shape ring() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.append(new Ellipse2D.Double(-4.5, -4.5, 9, 9), false);
        path.append(new Ellipse2D.Double(-2.25, -2.25, 4.5, 4.5), false);
        return path;
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
