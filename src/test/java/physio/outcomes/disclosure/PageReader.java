package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads what stands beside what: in tables, tiles, charts and their text alternatives, and in the lines of a PDF. */
final class PageReader {
    /** Of a chart's units: texts of one row differ by less. */
    private static final double SAME_ROW = 9;

    private static final double SAME_COLUMN = 25;

    private final String page;
    private final List<ShownFigure> figures = new ArrayList<>();

    private PageReader(String page) {
        this.page = page;
    }

    static List<ShownFigure> read(String page, String html) {
        PageReader reader = new PageReader(page);
        Document document = Jsoup.parse(html);
        document.select("table").forEach(reader::table);
        document.select(".tile").forEach(reader::tile);
        document.select("svg").forEach(reader::chart);
        return reader.figures;
    }

    /** The lines of a PDF's text; a line that begins with one of these words and a comma is a caption. */
    static List<ShownFigure> readPaper(String page, String text, Set<String> captions) {
        PageReader reader = new PageReader(page);
        String scope = "";
        for (String line : text.lines().toList()) {
            boolean isCaption = captions.contains(line.replaceAll(",.*", ""));
            // Under a caption alone there is nothing: what follows on the paper belongs to another.
            scope = isCaption ? line.replaceAll(".*: too few patients to show\\.", "") : scope;
            reader.add(scope, ShownFigure.ANY, "", line);
        }
        return reader.figures;
    }

    private void add(String scope, String label, String column, String text) {
        figures.add(new ShownFigure(page, scope, label, column, text));
    }

    private void table(Element table) {
        String caption = table.select("caption").text();
        List<String> headings = table.select("thead th").eachText();
        for (Element row : table.select("tbody tr")) {
            List<String> cells = row.select("th, td").eachText();
            for (int i = 1; i < cells.size() && i < headings.size(); i++) {
                add(caption, cells.get(0), headings.get(i), cells.get(i));
                add(caption, cells.get(0), "", cells.get(i));
            }
        }
    }

    private void tile(Element tile) {
        add("tile", tile.select(".label").text(), "", tile.select(".value").text());
    }

    private void chart(Element svg) {
        String title = svg.select("title").text();
        add(title, ShownFigure.ANY, "", svg.attr("aria-label"));
        add(title, ShownFigure.ANY, "", svg.attr("alt"));
        List<Element> texts = svg.select("text");
        for (Element label : texts) {
            for (Element other : texts) {
                if (Math.abs(at(label, "y") - at(other, "y")) <= SAME_ROW && at(other, "x") > at(label, "x")) {
                    add(title, label.text(), "", other.text());
                    addColumns(title, label, other, texts);
                }
            }
        }
    }

    private void addColumns(String title, Element label, Element figure, List<Element> texts) {
        for (Element column : texts) {
            if (Math.abs(at(column, "x") - at(figure, "x")) <= SAME_COLUMN
                    && Math.abs(at(column, "y") - at(figure, "y")) > SAME_ROW) {
                add(title, label.text(), column.text(), figure.text());
            }
        }
    }

    private static double at(Element text, String coordinate) {
        return Double.parseDouble("0" + text.attr(coordinate));
    }
}
