package physio.outcomes.report.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import physio.outcomes.report.Texts;

/** Stands where a chart has nothing to show. */
final class EmptyPicture {
    private EmptyPicture() {}

    static Picture of() {
        JFreeChart chart = Theme.chart(new XYPlot());
        chart.addSubtitle(Theme.caption(Texts.say("chart.empty"), RectangleEdge.TOP));
        return new Picture(chart, 40);
    }
}
