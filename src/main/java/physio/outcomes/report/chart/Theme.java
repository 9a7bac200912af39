package physio.outcomes.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Stroke;
import java.io.IOException;
import java.io.InputStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import physio.outcomes.report.Texts;

/**
 * How all charts look. The first colours are from Okabe and Ito's palette (2008), those for further series from Tol's
 * muted scheme (2021), told apart with any colour vision; all series have 3 : 1 contrast on white.
 */
final class Theme {
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color FAINT_INK = new Color(0x55, 0x55, 0x55);
    static final Color GRID = new Color(0xE3, 0xE3, 0xE3);
    static final Color PAPER = Color.WHITE;
    static final Color BLUE = new Color(0x00, 0x72, 0xB2);
    static final Color VERMILION = new Color(0xD5, 0x5E, 0x00);
    static final Color ORANGE = new Color(0xE6, 0x9F, 0x00);
    static final Color GREEN = new Color(0x00, 0x9E, 0x73);
    static final Color PURPLE = new Color(0xAA, 0x44, 0x99);
    static final Color NAVY = new Color(0x33, 0x22, 0x88);
    static final Color WINE = new Color(0x88, 0x22, 0x55);
    static final Color OLIVE = new Color(0x6B, 0x6B, 0x00);
    static final Color GREY = new Color(0x6F, 0x6F, 0x6F);
    static final Color SILVER = new Color(0xDA, 0xDA, 0xDA);

    static final Stroke HAIRLINE = new BasicStroke(0.75f);
    static final Stroke LINE = new BasicStroke(1.75f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private static final Font REGULAR = font("DejaVuSans.ttf");
    static final Font LABEL = REGULAR.deriveFont(11f);
    static final Font SMALL = REGULAR.deriveFont(10f);

    private Theme() {}

    private static Font font(String file) {
        try (InputStream ttf = Theme.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + file)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(ttf, file));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("Cannot read font " + file, e);
        }
    }

    /** A chart without title and legend, on white. */
    static JFreeChart chart(Plot plot) {
        quiet(plot);
        JFreeChart chart = new JFreeChart(null, LABEL, plot, false);
        chart.setBackgroundPaint(PAPER);
        chart.setPadding(new RectangleInsets(4, 4, 4, 6));
        return chart;
    }

    /** A plot without ground, frame and margin. */
    static void quiet(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
    }

    /** Text across the whole width, above or below the plot; wraps. */
    static Title caption(String text, RectangleEdge edge) {
        TextTitle title = new TextTitle(text, LABEL);
        title.setPaint(INK);
        title.setPosition(edge);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(
                edge.equals(RectangleEdge.TOP) ? new RectangleInsets(0, 2, 8, 0) : new RectangleInsets(5, 2, 0, 0));
        return title;
    }

    /** The height of a caption, its padding included. */
    static int captionHeight(String text, Size size) {
        return 8 + 14 * Wrapping.lines(text, LABEL, size.width() - 16).size();
    }

    /** Axis text without lines around it. */
    static <A extends Axis> A quiet(A axis) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(FAINT_INK);
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(INK);
        return axis;
    }

    /** A numeric axis over a range. */
    static NumberAxis numbers(Span span) {
        NumberAxis axis = quiet(new NumberAxis());
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setNumberFormatOverride(numberFormat());
        axis.setRange(span.low(), span.high());
        return axis;
    }

    /** A numeric axis over a range with few round numbers. */
    static NumberAxis numbers(Span span, int most) {
        NumberAxis axis = numbers(span);
        axis.setTickUnit(new NumberTickUnit(span.step(most)));
        return axis;
    }

    private static DecimalFormat numberFormat() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign(Texts.say("number.minus").charAt(0));
        symbols.setDecimalSeparator(Texts.say("number.decimal").charAt(0));
        symbols.setGroupingSeparator(Texts.say("number.group").charAt(0));
        return new DecimalFormat("#,##0.######", symbols);
    }

    /** A line broken by a pattern of lengths in px. */
    static Stroke dashed(float width, float... pattern) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, pattern, 0f);
    }
}
