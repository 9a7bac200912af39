package physio.outcomes.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.HorizontalAlignment;

/** Lines of text beside a row. */
record RowText(List<String> lines, Font font, Color ink) {

    /** Breaks paragraphs into lines of a width. */
    static RowText of(List<String> paragraphs, Color ink, double width) {
        return of(paragraphs, Theme.SMALL, ink, width);
    }

    /** What stands above the rows that belong together: larger than their own labels. */
    static RowText heading(String text, double width) {
        return of(List.of(text), Theme.LABEL, Theme.INK, width);
    }

    /** A label below a heading, set in from it by spaces that HTML keeps. */
    static RowText indented(String text, double width) {
        String space = "\u00A0\u00A0";
        double room = width - Wrapping.width(space, Theme.SMALL);
        List<String> lines = Wrapping.lines(text, Theme.SMALL, room);
        return new RowText(lines.stream().map(line -> space + line).toList(), Theme.SMALL, Theme.INK);
    }

    private static RowText of(List<String> paragraphs, Font font, Color ink, double width) {
        List<String> lines = paragraphs.stream()
                .flatMap(paragraph -> Wrapping.lines(paragraph, font, width).stream())
                .toList();
        return new RowText(lines, font, ink);
    }

    boolean isHeading() {
        return font.equals(Theme.LABEL);
    }

    /** Of the longest line. */
    double width() {
        return lines.stream()
                .mapToDouble(line -> Wrapping.width(line, font))
                .max()
                .orElse(0);
    }

    TextBlock block() {
        TextBlock block = new TextBlock();
        block.setLineAlignment(HorizontalAlignment.LEFT);
        for (String line : lines) {
            block.addLine(new TextLine(line, font, ink));
        }
        return block;
    }
}
