package physio.outcomes.job;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import physio.outcomes.report.Page;
import physio.outcomes.report.html.HtmlPages;
import physio.outcomes.report.pdf.PdfPages;

/** Turns pages into the files of a report. */
final class PageFiles {
    private final HtmlPages html;
    private final Set<PageFormat> formats;
    private final Stages stages;

    PageFiles(HtmlPages html, Set<PageFormat> formats, Stages stages) {
        this.html = html;
        this.formats = formats;
        this.stages = stages;
    }

    /**
     * Draws pages on all processors and writes each as soon as it is drawn.
     *
     * @param pages by file name without ending
     */
    void write(Map<String, Supplier<Page>> pages, ReportDraft draft) {
        Count count = new Count(pages.size());
        pages.entrySet().parallelStream().forEach(page -> {
            write(page.getKey(), page.getValue().get(), draft);
            count.next();
        });
    }

    /** The files of one page: {@code <stem>.html} always, since the index links to it, and {@code <stem>.pdf} if asked for. */
    private void write(String stem, Page page, ReportDraft draft) {
        draft.add(stem + ".html", html.render(page).getBytes(StandardCharsets.UTF_8));
        if (formats.contains(PageFormat.PDF)) {
            draft.add(stem + ".pdf", PdfPages.render(html.renderForPaper(page)));
        }
    }

    /** Counts drawn pages in the order in which they end, whichever they are. */
    private final class Count {
        private final int all;
        private int drawn;

        Count(int all) {
            this.all = all;
        }

        synchronized void next() {
            drawn++;
            if (drawn < all) {
                stages.tell("Drawing " + (drawn + 1) + " of " + all + " pages");
            }
        }
    }
}
