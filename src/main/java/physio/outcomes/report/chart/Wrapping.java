package physio.outcomes.report.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width. */
final class Wrapping {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Wrapping() {}

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** The lines of a text, at least one; breaks at spaces, and within a word that is wider than a line. */
    static List<String> lines(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, font) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, font) > width && line.length() > 1) {
                int fits = fitting(line, font, width);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private static int fitting(String word, Font font, double width) {
        int end = word.length() - 1;
        while (end > 1 && width(word.substring(0, end), font) > width) {
            end--;
        }
        return Character.isHighSurrogate(word.charAt(end - 1)) ? end + 1 : end;
    }
}
