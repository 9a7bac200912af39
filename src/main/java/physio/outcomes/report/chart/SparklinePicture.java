package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import physio.outcomes.report.MonthsChart;
import physio.outcomes.spc.MonthlyPoint;

/** Months as a line within a tile: mean and limits behind it, a mark on the newest month and on those that stand out. */
final class SparklinePicture {
    static final int WIDTH = 200;
    private static final int HEIGHT = 44;

    private SparklinePicture() {}

    static Picture of(MonthsChart months) {
        List<MonthlyPoint> points = months.months().points();
        XYPlot plot = new XYPlot(null, hidden(MonthsPicture.time(points)), hidden(MonthsPicture.values(months)), null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        GuideLines guides = new GuideLines(months);
        LinePlot.layer(plot, 0, guides.dataset(), guides.renderer());
        LinePlot.layer(plot, 1, MonthsPicture.points(points), line());
        addMarks(plot, points, MonthsPicture.marks(months));
        JFreeChart chart = Theme.chart(plot);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return new Picture(chart, HEIGHT);
    }

    private static XYLineAndShapeRenderer line() {
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, Theme.FAINT_INK);
        line.setSeriesStroke(0, Theme.LINE);
        return line;
    }

    private static void addMarks(XYPlot plot, List<MonthlyPoint> points, List<Mark> marks) {
        XYSeries told = new XYSeries("told");
        List<Mark> shown = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean isTold = i == points.size() - 1 || (marks.get(i) != Mark.USUAL && marks.get(i) != Mark.PROVISIONAL);
            if (isTold) {
                told.add(
                        MonthScale.at(points.get(i).month()),
                        points.get(i).value().orElse(Double.NaN));
                shown.add(marks.get(i));
            }
        }
        MonthsRenderer renderer = new MonthsRenderer(shown);
        renderer.setDefaultLinesVisible(false);
        LinePlot.layer(plot, 2, new XYSeriesCollection(told), renderer);
    }

    private static NumberAxis hidden(Span span) {
        NumberAxis axis = Theme.quiet(new NumberAxis());
        axis.setRange(span.low(), span.high());
        axis.setVisible(false);
        return axis;
    }
}
