package physio.outcomes.report.chart;

import java.util.Collection;
import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
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

    /** Where lines cross the rows. */
    static List<Double> rules(Chart chart) {
        Collection<?> markers = rows(chart).getRangeMarkers(Layer.BACKGROUND);
        return markers == null
                ? List.of()
                : markers.stream()
                        .map(marker -> ((ValueMarker) marker).getValue())
                        .toList();
    }

    static XYPlot lines(Chart chart) {
        return (XYPlot) ChartDrawing.picture(chart, Size.WIDE).chart().getPlot();
    }

    static Document svg(Chart chart, Size size) {
        return Jsoup.parse(ChartDrawing.of(chart, size).svg(), "", Parser.xmlParser());
    }

    static List<String> texts(Chart chart, Size size) {
        return svg(chart, size).select("text").stream().map(Element::text).toList();
    }
}
