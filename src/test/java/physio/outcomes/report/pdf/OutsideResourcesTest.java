package physio.outcomes.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.report.html.PaperPage;

/** A page that asks for what lies outside it, as no page of ours does, is drawn without. */
class OutsideResourcesTest {
    private static final String SECRET = "known-to-this-machine-only";

    private final AtomicInteger requests = new AtomicInteger();
    private final Path folder;
    private final HttpServer server;

    OutsideResourcesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] picture = picture();
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        server.start();
        Files.write(folder.resolve("logo.png"), picture());
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("style.css"), "p::before{content:\"" + SECRET + "\"}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Each is tried as a file and as a page of the server: OUTSIDE stands for where both are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='OUTSIDE/logo.png' alt=''/>",
                "<link rel='stylesheet' type='text/css' href='OUTSIDE/style.css'/>",
                "<style>@import url(OUTSIDE/style.css);</style>",
                "<style>p{background-image:url(OUTSIDE/logo.png)}</style>",
                "<style>ul{list-style-image:url(OUTSIDE/logo.png)}</style>",
                "<style>@font-face{font-family:x;src:url(OUTSIDE/logo.png)}p{font-family:x,DejaVu Sans}</style>",
                "<style>p::before{content:url(OUTSIDE/logo.png)}</style>",
                "<object data='OUTSIDE/logo.png' type='image/png'></object>",
                "<iframe src='OUTSIDE/secret.txt'></iframe>",
                "<script src='OUTSIDE/secret.txt'></script>"
            })
    void nothingOutsideIsAskedFor(String element) throws IOException {
        for (String outside : new String[] {folder.toUri().toString(), address()}) {
            try (PDDocument document = drawn("", element.replace("OUTSIDE", outside))) {
                assertThat(text(document)).contains("A page").doesNotContain(SECRET);
                assertThat(pictures(document)).isZero();
            }
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void noEntityIsReadFromOutside() throws IOException {
        for (String outside : new String[] {folder.toUri().toString(), address()}) {
            String entity = "<!DOCTYPE html [<!ENTITY outside SYSTEM \"" + outside + "/secret.txt\">]>";
            try (PDDocument document = drawn(entity, "<p>&outside;</p>")) {
                assertThat(text(document)).doesNotContain(SECRET);
            } catch (RuntimeException refused) {
                assertThat(refused).hasMessageNotContaining(SECRET);
            }
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void aPictureWithinThePageIsDrawn() throws IOException {
        String inside = "data:image/png;base64," + Base64.getEncoder().encodeToString(picture());
        try (PDDocument document = drawn("", "<img src='" + inside + "' alt=''/>")) {
            assertThat(pictures(document)).isEqualTo(1);
        }
    }

    @Test
    void theServerWouldCountARequest() throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address() + "logo.png")).build(), BodyHandlers.discarding());
        assertThat(requests).hasValue(1);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static PDDocument drawn(String type, String element) throws IOException {
        boolean isOfHead = element.startsWith("<style") || element.startsWith("<link");
        String page = type + "<html lang=\"en\"><head><title>A page</title>" + (isOfHead ? element : "")
                + "</head><body style=\"font-family:'DejaVu Sans'\"><p>A page</p><ul><li>of few words</li></ul>"
                + (isOfHead ? "" : element)
                + "</body></html>";
        return Loader.loadPDF(PdfPages.render(new PaperPage(page, Map.of())));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static int pictures(PDDocument document) throws IOException {
        int pictures = 0;
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                pictures += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return pictures;
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
