package physio.outcomes.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import physio.outcomes.report.html.PaperPage;

/** Lays pages out on A4. Nothing outside the page is ever asked for. */
public final class PdfPages {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfPages() {}

    /** A page as PDF. */
    public static byte[] render(PaperPage page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useUnicodeLineBreaker(new LineBreaks());
        builder.useSVGDrawer(new ChartPainter(page.artworks()));
        builder.useFont(() -> font("DejaVuSans.ttf"), "DejaVu Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), "DejaVu Sans", 700, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:image/"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withProducer("physio-outcomes");
        // A picture's text alternative is the attribute alt here, and aria-label in HTML.
        builder.withHtmlContent(page.xhtml().replace(" aria-label=\"", " alt=\""), "");
        builder.toStream(bytes);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            save(renderer.getPdfDocument(), bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same page gives the same bytes: neither clock nor chance goes into dates and ids. */
    private static void save(PDDocument document, ByteArrayOutputStream bytes) throws IOException {
        Calendar fixed = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        fixed.setTimeInMillis(0);
        document.getDocumentInformation().setCreationDate(fixed);
        document.getDocumentInformation().setModificationDate(fixed);
        document.setDocumentId(0L);
        document.save(bytes);
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(PdfPages.class.getResourceAsStream(FONTS + file));
    }
}
