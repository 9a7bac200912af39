package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;
import physio.outcomes.report.IndexPage;
import physio.outcomes.report.Page;
import physio.outcomes.report.html.HtmlPages;
import physio.outcomes.report.pdf.PdfPages;

class LogoTest {
    private static final Page PAGE = IndexPage.of("Example Clinics", List.of(), List.of());

    private final Path folder;

    LogoTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isWithinThePageAndItsPdf() throws IOException {
        Path file = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        HtmlPages pages = new HtmlPages("1.0", logo(file));
        assertThat(pages.render(PAGE)).contains("<img class=\"logo\" src=\"data:image/png;base64,iVBOR");
        try (PDDocument pdf = Loader.loadPDF(PdfPages.render(pages.renderForPaper(PAGE)))) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
        assertThat(new HtmlPages("1.0", Optional.empty()).render(PAGE)).doesNotContain("<img");
    }

    @Test
    void mustBeASmallPictureThatIsThere() throws IOException {
        assertThatThrownBy(() -> logo(folder.resolve("none.png")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("check report.logo in the settings");
        Path text = Files.writeString(folder.resolve("logo.txt"), "logo");
        assertThatThrownBy(() -> logo(text)).hasMessageEndingWith("is neither PNG nor JPEG.");
        Path large = Files.write(folder.resolve("large.png"), new byte[200_001]);
        assertThatThrownBy(() -> logo(large)).hasMessageContaining("too large");
    }

    private static Optional<String> logo(Path file) {
        return Logo.of(SettingsReader.parse("report: {logo: '" + file + "'}"));
    }
}
