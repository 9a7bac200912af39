package physio.outcomes.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import physio.outcomes.measure.Cell;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.privacy.Release;
import physio.outcomes.report.MonthlyReport;
import physio.outcomes.report.MonthlyTables;
import physio.outcomes.report.Page;
import physio.outcomes.report.TableFiles;
import physio.outcomes.report.html.HtmlPages;
import physio.outcomes.report.pdf.PdfPages;

/**
 * A release as its reader has it: text alone.
 *
 * @param tables CSV by the table's name
 * @param pages HTML by the clinic that it is about, or {@code all}
 * @param papers the text of PDF files likewise
 */
record PublishedFiles(Map<String, String> tables, Map<String, String> pages, Map<String, String> papers) {
    private static final HtmlPages HTML = new HtmlPages("0.1.0", Optional.empty());

    /** The tables alone. */
    static PublishedFiles tables(List<PublishedTable> tables) {
        Map<String, String> texts = new LinkedHashMap<>();
        tables.forEach(table -> texts.put(table.name(), TableFiles.csv(table)));
        return new PublishedFiles(texts, Map.of(), Map.of());
    }

    /** A release of a cube's tables, with every page of its monthly report. */
    static PublishedFiles report(Cube cube, Release release) {
        MonthlyReport report = report(cube, MonthlyTables.of(release));
        Map<String, String> pages = new LinkedHashMap<>();
        Map<String, String> papers = new LinkedHashMap<>();
        add(pages, papers, Cell.ALL, report.overview());
        report.clinics().forEach(clinic -> add(pages, papers, clinic, report.clinic(clinic)));
        return new PublishedFiles(tables(release.tables()).tables(), pages, papers);
    }

    private static void add(Map<String, String> pages, Map<String, String> papers, String clinic, Page page) {
        pages.put(clinic, HTML.render(page));
        papers.put(clinic, text(PdfPages.render(HTML.renderForPaper(page))));
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MonthlyReport report(Cube cube, MonthlyTables tables) {
        return new MonthlyReport(
                tables,
                cube.settings(),
                cube.lastMonth(),
                List.copyOf(cube.settings().measures().values()),
                Map.of(),
                new MonthlyReport.Deliveries(
                        1, new MonthlyReport.Received(1, 0, 0, 0, 0, Map.of()), List.of(), Map.of(), 0, 0));
    }
}
