package physio.outcomes.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import physio.outcomes.report.Page;
import physio.outcomes.report.Texts;
import physio.outcomes.report.chart.Artwork;

/** Renders pages as HTML; the same page gives the same text. */
public final class HtmlPages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String footer;
    private final Optional<String> logo;

    /**
     * Renderer of the pages of an organisation.
     *
     * @param version which made them, as they say
     * @param logo a picture as a data URI
     */
    public HtmlPages(String version, Optional<String> logo) {
        this.logo = logo;
        this.footer = Texts.say("page.footer", "physio-outcomes " + version);
    }

    /** A page as one file. */
    public String render(Page page) {
        return render(page, EmbeddedFont.css() + styleSheet("/report.css"), Optional.empty());
    }

    /** The page as it is laid out on paper. */
    public PaperPage renderForPaper(Page page) {
        Map<String, Artwork> artworks = new LinkedHashMap<>();
        String xhtml = render(page, styleSheet("/report.css") + styleSheet("/paper.css"), Optional.of(artworks));
        return new PaperPage(xhtml, artworks);
    }

    private String render(Page page, String style, Optional<Map<String, Artwork>> artworks) {
        StringOutput output = new StringOutput(1 << 20);
        templates.render(
                "page.jte", new PageModel(page, "<style>" + style + "</style>", footer, logo, artworks), output);
        return output.toString();
    }

    private static String styleSheet(String name) {
        try (InputStream stream = Objects.requireNonNull(HtmlPages.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
