package physio.outcomes.report.chart;

import java.awt.geom.Rectangle2D;
import org.jfree.svg.SVGGraphics2D;
import physio.outcomes.report.Chart;

/** Writes a picture as an {@code <svg>} element that HTML can hold and PDF can print. */
final class SvgElement {
    /** The fallback is for readers that refuse embedded fonts. */
    private static final String FAMILY = "DejaVu Sans, sans-serif";

    private static final String GROUP = "<g>";
    private static final String WRAPPED = GROUP + "<text ";
    private static final String TEXT_END = "</text>";
    private static final String WRAPPED_END = TEXT_END + "</g>";

    private SvgElement() {}

    /**
     * The element.
     *
     * @param prefix of all ids in it
     */
    static String of(Chart chart, String prefix, int width, Picture picture) {
        SVGGraphics2D graphics = new SVGGraphics2D(width, picture.height());
        // Without a prefix of its own, JFreeSVG takes the clock.
        graphics.setDefsKeyPrefix(prefix);
        graphics.setGeomDoubleConverter(SvgElement::rounded);
        graphics.setTransformDoubleConverter(SvgElement::rounded);
        graphics.setFontFunction(family -> FAMILY);
        picture.chart().draw(graphics, new Rectangle2D.Double(0, 0, width, picture.height()));
        String drawn = graphics.getSVGElement();
        return opening(chart, "", width, picture.height()) + lean(drawn.substring(drawn.indexOf('>') + 1), prefix);
    }

    /** The element without a drawing. */
    static String place(Chart chart, String id, int width, int height) {
        return opening(chart, " id=\"" + id + "\"", width, height) + "</svg>";
    }

    /** JFreeSVG writes decimal sizes and no view box, with which openhtmltopdf clips without a word. */
    private static String opening(Chart chart, String id, int width, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + id + " width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 "
                + width + " " + height + "\" role=\"img\" aria-label=\"" + escaped(chart.alternative()) + "\"><title>"
                + escaped(chart.title()) + "</title>";
    }

    /**
     * Leaves out what JFreeSVG repeats on every element though it changes nothing,
     * such as the clip to the whole drawing: a third of all bytes.
     */
    private static String lean(String body, String prefix) {
        return unwrapped(
                without(body, " clip-path='url(#" + prefix + "clip-0)'", "fill-opacity: 1.0; ", "stroke-opacity:1.0;"));
    }

    /** In one pass: a replacement of each takes as long as the drawing. */
    private static String without(String body, String... repeated) {
        char[] all = body.toCharArray();
        char[] left = new char[all.length];
        int length = 0;
        int at = 0;
        while (at < all.length) {
            int skipped = 0;
            for (String one : repeated) {
                skipped = all[at] == one.charAt(0) && body.startsWith(one, at) ? one.length() : skipped;
            }
            if (skipped == 0) {
                left[length++] = all[at++];
            }
            at += skipped;
        }
        return new String(left, 0, length);
    }

    /** Texts without the groups that hold nothing else; not by a regular expression, which takes as long as the drawing. */
    private static String unwrapped(String body) {
        StringBuilder texts = new StringBuilder(body.length());
        int done = 0;
        for (int at = body.indexOf(WRAPPED); at >= 0; at = body.indexOf(WRAPPED, at + 1)) {
            int end = body.indexOf('<', body.indexOf('>', at + WRAPPED.length()));
            if (body.startsWith(WRAPPED_END, end)) {
                texts.append(body, done, at).append(body, at + GROUP.length(), end + TEXT_END.length());
                done = end + WRAPPED_END.length();
            }
        }
        return texts.append(body, done, body.length()).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** By whole hundredths: {@code Double.toString} differs between JDKs. */
    private static String rounded(double value) {
        long hundredths = Math.round(value * 100);
        long whole = Math.abs(hundredths / 100);
        long rest = Math.abs(hundredths % 100);
        String sign = hundredths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }
}
