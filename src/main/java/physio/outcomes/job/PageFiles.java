package physio.outcomes.job;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        List<Callable<Void>> drawings = new ArrayList<>();
        pages.forEach((stem, page) -> drawings.add(() -> {
            write(stem, page.get(), draft);
            count.next();
            return null;
        }));
        // A parallel stream leaves a map's entries to one thread: it cannot tell where to split them.
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (Future<Void> drawing : threads.invokeAll(drawings)) {
                drawing.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            threads.shutdownNow();
        }
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
