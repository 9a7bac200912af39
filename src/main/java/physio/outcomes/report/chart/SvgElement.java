package physio.outcomes.report.chart;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import org.jfree.svg.SVGGraphics2D;
import physio.outcomes.report.Chart;

/** Writes a picture as an {@code <svg>} element that HTML can hold and PDF can print. */
final class SvgElement {
    /** The fallback is for readers that refuse embedded fonts. */
    private static final String FAMILY = "DejaVu Sans, sans-serif";

    private SvgElement() {}

    /**
     * The element.
     *
     * @param use tells apart the drawings of one chart on a page
     */
    static String of(Chart chart, String use, int width, Picture picture) {
        SVGGraphics2D graphics = new SVGGraphics2D(width, picture.height());
        // Without a prefix of its own, JFreeSVG takes the clock.
        String prefix = chart.id() + "-" + use + "-";
        graphics.setDefsKeyPrefix(prefix);
        graphics.setGeomDoubleConverter(SvgElement::rounded);
        graphics.setTransformDoubleConverter(SvgElement::rounded);
        graphics.setFontFunction(family -> FAMILY);
        picture.chart().draw(graphics, new Rectangle2D.Double(0, 0, width, picture.height()));
        String drawn = graphics.getSVGElement();
        return opening(chart, width, picture.height()) + lean(drawn.substring(drawn.indexOf('>') + 1), prefix);
    }

    /** JFreeSVG writes decimal sizes and no view box, with which openhtmltopdf clips without a word. */
    private static String opening(Chart chart, int width, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 "
                + width + " " + height + "\" role=\"img\" aria-label=\"" + escaped(chart.alternative()) + "\"><title>"
                + escaped(chart.title()) + "</title>";
    }

    /**
     * Leaves out what JFreeSVG repeats on every element though it changes nothing,
     * such as the clip to the whole drawing: a third of all bytes.
     */
    private static String lean(String body, String prefix) {
        String canvas = " clip-path='url(#" + prefix + "clip-0)'";
        return body.replace(canvas, "")
                .replace("fill-opacity: 1.0; ", "")
                .replace("stroke-opacity:1.0;", "")
                .replaceAll("<g>(<text [^>]*>[^<]*</text>)</g>", "$1");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** By whole hundredths: {@code Double.toString} differs between JDKs. */
    private static String rounded(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
