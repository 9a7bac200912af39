package physio.outcomes.report.chart;

import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import physio.outcomes.report.Chart;

/** A chart as drawn, for tests to look at. */
final class Drawn {
    private Drawn() {}

    static CategoryPlot rows(Chart chart) {
        return (CategoryPlot) ChartDrawing.picture(chart, Size.WIDE).chart().getPlot();
    }

    static XYPlot lines(Chart chart) {
        return (XYPlot) ChartDrawing.picture(chart, Size.WIDE).chart().getPlot();
    }

    static Document svg(Chart chart, Size size) {
        return Jsoup.parse(ChartDrawing.svg(chart, size), "", Parser.xmlParser());
    }

    static List<String> texts(Chart chart, Size size) {
        return svg(chart, size).select("text").stream().map(Element::text).toList();
    }
}
