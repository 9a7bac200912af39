package physio.outcomes.report.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** DejaVu Sans for a page that may ask for nothing: the letters that reports in European languages and their figures need. */
public final class EmbeddedFont {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    /** Basic Latin, Latin-1, Latin Extended-A, general punctuation, super- and subscripts, currency. */
    private static final int[][] BLOCKS = {
        {0x20, 0x7E}, {0xA0, 0x17F}, {0x2010, 0x2044}, {0x2070, 0x208E}, {0x20A0, 0x20BF}
    };

    private static final String SIGNS = "←↑→↓↔−×÷±≤≥≠≈∞√∑·Δμσχτ✓✗▲△▼▽●○■□◆◇★☆";

    /** Not those for kerning and ligatures, whose glyph numbers fontbox leaves as they were: letters would vanish. */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap", "name", "post", "OS/2", "cvt ", "fpgm", "prep");

    private static final String CSS = face("DejaVuSans.ttf", 400) + face("DejaVuSans-Bold.ttf", 700);

    private EmbeddedFont() {}

    /** The {@code @font-face} rules of "DejaVu Sans", regular and bold, each with its font as a data URI. */
    public static String css() {
        return CSS;
    }

    private static String face(String file, int weight) {
        return "@font-face{font-family:\"DejaVu Sans\";font-weight:" + weight
                + ";font-style:normal;src:url(data:font/ttf;base64,"
                + Base64.getEncoder().encodeToString(subset(file)) + ") format(\"truetype\")}\n";
    }

    private static byte[] subset(String file) {
        try (InputStream ttf = EmbeddedFont.class.getResourceAsStream(FOLDER + file);
                TrueTypeFont font =
                        new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(ttf, file)))) {
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            for (int[] block : BLOCKS) {
                IntStream.rangeClosed(block[0], block[1]).forEach(subsetter::add);
            }
            SIGNS.codePoints().forEach(subsetter::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subsetter.writeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read font " + file, e);
        }
    }
}
