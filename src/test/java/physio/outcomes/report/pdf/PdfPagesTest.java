package physio.outcomes.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Axis;
import physio.outcomes.report.Better;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.Page;
import physio.outcomes.report.html.HtmlPages;
import physio.outcomes.report.html.PaperPage;

class PdfPagesTest {
    private static final HtmlPages HTML = new HtmlPages("0.1.0", Optional.empty());

    @Test
    void holdsTheTextOfThePageInItsOrder() throws IOException {
        assertThat(text(page(3)).lines())
                .containsSubsequence(
                        "Example Clinics", "Outcomes in May", "First", "Row 0 1.5", "Row 1 1.5", "Row 2 1.5", "Second");
    }

    @Test
    void holdsTheTextOfChartsAsText() throws IOException {
        assertThat(text(page(1))).contains("Stretching").contains("Mean improvement (points)");
    }

    @Test
    void leavesOutTheLinksThatLeadNowhereOnPaper() throws IOException {
        assertThat(text(page(1))).doesNotContain("All reports");
    }

    @Test
    void isTaggedWithTitleLanguageAndBookmarks() throws IOException {
        try (PDDocument document = document(page(1))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Outcomes in May · Example Clinics");
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
                item.children().forEach(child -> bookmarks.add(child.getTitle()));
            }
            assertThat(bookmarks).contains("First", "Second");
        }
    }

    @Test
    void aLongTableGoesOnWithItsHeadingsOnTheNextPage() throws IOException {
        try (PDDocument document = document(page(120))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document))
                    .contains("Technique Improvement")
                    .contains("2 of " + document.getNumberOfPages());
        }
    }

    @Test
    void hasTheSameBytesEachTime() {
        assertThat(bytes(page(2))).isEqualTo(bytes(page(2)));
    }

    @Test
    void asksForNothingOutsideThePage() throws IOException {
        Page nasty = new Page("<img src='file:///etc/hostname'/>", "x", "y", Optional.empty(), List.of(), List.of());
        assertThat(text(nasty)).contains("<img src='file:///etc/hostname'/>");
        PaperPage paper = HTML.renderForPaper(page(1));
        String linked = paper.xhtml().replace("<main>", "<main><img src=\"file:///etc/hostname\" alt=\"\"/>");
        assertThat(PdfPages.render(new PaperPage(linked, paper.artworks()))).hasSizeGreaterThan(1000);
    }

    private static Page page(int rows) {
        List<List<String>> cells = IntStream.range(0, rows)
                .mapToObj(row -> List.of("Row " + row, "1.5"))
                .toList();
        IntervalChart chart = new IntervalChart(
                "chart",
                "Pain",
                new Axis("Mean improvement", "points", 1),
                Better.HIGHER,
                List.of(new IntervalChart.Row(
                        "Stretching", OptionalDouble.of(1), OptionalDouble.of(0.5), OptionalDouble.of(1.5), "n = 9")));
        return new Page(
                "Outcomes in May",
                "Example Clinics",
                "May",
                Optional.empty(),
                List.of(new Page.Link("All reports", "../index.html")),
                List.of(
                        new Page.Section(
                                "first",
                                "First",
                                List.of(new Page.Grid("Caption", List.of("Technique", "Improvement"), cells))),
                        new Page.Section("second", "Second", List.of(new Page.Drawing(chart)))));
    }

    private static byte[] bytes(Page page) {
        return PdfPages.render(HTML.renderForPaper(page));
    }

    private static PDDocument document(Page page) throws IOException {
        return Loader.loadPDF(bytes(page));
    }

    private static String text(Page page) throws IOException {
        try (PDDocument document = document(page)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
