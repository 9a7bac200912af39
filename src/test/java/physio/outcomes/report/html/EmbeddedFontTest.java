package physio.outcomes.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class EmbeddedFontTest {
    private static final Pattern FACE = Pattern.compile("font-weight:(400|700).*?base64,([^)]+)\\)");

    @Test
    void holdsARegularAndABoldFaceOfModestSize() {
        assertThat(faces())
                .hasSize(2)
                .allSatisfy(face -> assertThat(face.length).isBetween(20_000, 90_000));
    }

    @Test
    void hasTheSignsOfReports() throws Exception {
        for (byte[] face : faces()) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face));
            assertThat(font.canDisplayUpTo("Łódź, Zürich: −1.2 ± 3 × 10²; ≥ ≤ ∞ – — … ✓ ▲ ▼ ● ○ → ← “n” ’·’"))
                    .isEqualTo(-1);
        }
    }

    @Test
    void hasNoTablesThatNameGlyphsOfTheWholeFont() throws Exception {
        for (byte[] face : faces()) {
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face))) {
                assertThat(font.getTableMap())
                        .containsKeys("glyf", "cmap", "OS/2")
                        .doesNotContainKeys("GSUB", "GPOS", "kern");
            }
        }
    }

    @Test
    void asksForNothing() {
        assertThat(EmbeddedFont.css()).doesNotContain("http").doesNotContain("</");
        assertThat(EmbeddedFont.css().split("url\\(", -1)).hasSize(3);
        assertThat(EmbeddedFont.css()).contains("url(data:font/ttf;base64,");
    }

    private static List<byte[]> faces() {
        List<byte[]> faces = new ArrayList<>();
        Matcher matcher = FACE.matcher(EmbeddedFont.css());
        while (matcher.find()) {
            faces.add(Base64.getDecoder().decode(matcher.group(2)));
        }
        return faces;
    }
}
