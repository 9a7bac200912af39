package physio.outcomes.job;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import physio.outcomes.report.Page;
import physio.outcomes.report.html.HtmlPages;
import physio.outcomes.report.pdf.PdfPages;

/** Turns pages into the files of a report. */
final class PageFiles {
    private final HtmlPages html;
    private final Set<PageFormat> formats;

    PageFiles(HtmlPages html, Set<PageFormat> formats) {
        this.html = html;
        this.formats = formats;
    }

    /** The files of one page by name: {@code <stem>.html} always, since the index links to it, and {@code <stem>.pdf} if asked for. */
    Map<String, byte[]> of(String stem, Page page) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(stem + ".html", html.render(page).getBytes(StandardCharsets.UTF_8));
        if (formats.contains(PageFormat.PDF)) {
            files.put(stem + ".pdf", PdfPages.render(html.renderForPaper(page)));
        }
        return files;
    }
}
