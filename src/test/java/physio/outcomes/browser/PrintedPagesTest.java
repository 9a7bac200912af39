package physio.outcomes.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes out of a reader's printer. */
@ExtendWith(InstalledChromium.class)
class PrintedPagesTest {
    private static final double MM = 72 / 25.4;

    @ParameterizedTest
    @EnumSource
    void isA4WithAllHeadingsAndChartsBetweenTheMargins(Report report, OpenPages pages) throws IOException {
        Page page = pages.of(new View(report, Medium.PAPER));
        try (PDDocument pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(pdf.getPages()).isNotEmpty().allSatisfy(PrintedPagesTest::assertA4);
            String printed = unspaced(textBetweenMargins(pdf));
            assertThat(page.locator("h1,h2,h3,figcaption").allInnerTexts())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(text -> assertThat(printed).contains(unspaced(text)));
            List<ChartTexts> charts = ChartTexts.in(page);
            assertThat(charts).hasSameSizeAs(page.querySelectorAll("figure"));
            assertThat(charts)
                    .flatExtracting(ChartTexts::texts)
                    .allSatisfy(text -> assertThat(printed).contains(unspaced(text.words())));
        }
    }

    private static void assertA4(PDPage page) {
        assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(1f));
        assertThat(page.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), within(1f));
    }

    private static String textBetweenMargins(PDDocument pdf) throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion("printed", new Rectangle2D.Double(11.9 * MM, 15.9 * MM, 186.2 * MM, 263.2 * MM));
        StringBuilder text = new StringBuilder();
        for (PDPage page : pdf.getPages()) {
            stripper.extractRegions(page);
            text.append(stripper.getTextForRegion("printed"));
        }
        return text.toString();
    }

    /** Where a line breaks is the browser's affair. */
    private static String unspaced(String text) {
        return text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && letter != '\u00A0')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
