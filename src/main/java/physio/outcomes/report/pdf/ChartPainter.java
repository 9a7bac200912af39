package physio.outcomes.report.pdf;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Rectangle;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.w3c.dom.Element;
import physio.outcomes.report.chart.Artwork;

/**
 * Paints charts into the places that hold their ids, with the fonts of the page: their texts can be found and copied, and no SVG is
 * written to be read again.
 */
final class ChartPainter implements SVGDrawer {
    private final Map<String, Artwork> artworks;

    ChartPainter(Map<String, Artwork> artworks) {
        this.artworks = artworks;
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dotsPerPixel) {
        String id = svg.getAttribute("id");
        Artwork artwork = Objects.requireNonNull(artworks.get(id), id);
        double width = cssWidth < 0 ? artwork.width() * dotsPerPixel : cssWidth;
        return new Painting(artwork, box, dotsPerPixel, width);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Pages for paper hold none.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // The fonts of the page serve the charts.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /**
     * An artwork in its place.
     *
     * @param width in dots, with which its height goes
     */
    private record Painting(Artwork artwork, Box box, double dotsPerPixel, double width) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) width;
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) (width * artwork.height() / artwork.width());
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            Rectangle place = box.getContentAreaEdge(box.getAbsX(), box.getAbsY(), context);
            double wide = place.width / dotsPerPixel;
            double high = place.height / dotsPerPixel;
            device.drawWithGraphics((float) x, (float) y, (float) wide, (float) high, graphics -> {
                graphics.scale(wide / artwork.width(), high / artwork.height());
                artwork.paint(graphics);
            });
        }
    }
}
