package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** Small plots in rows and columns, each below its title. */
final class PanelPlot extends Plot {
    private static final long serialVersionUID = 1L;

    private static final int LINE = 13;
    private static final int GAP = 12;
    private static final int HEIGHT = 112;

    private final List<XYPlot> plots = new ArrayList<>();
    private final transient List<List<String>> titles = new ArrayList<>();
    private final int columns;
    private final double width;

    PanelPlot(int columns, Size size) {
        this.columns = columns;
        width = (size.width() - 10.0 + GAP) / columns;
    }

    /** Adds a panel below the paragraphs of its title. */
    void add(List<String> title, XYPlot plot) {
        Theme.quiet(plot);
        titles.add(title.stream()
                .flatMap(paragraph -> Wrapping.lines(paragraph, Theme.SMALL, width - GAP - 4).stream())
                .toList());
        plots.add(plot);
    }

    /** The height of all panels. */
    int height() {
        return (plots.size() + columns - 1) / columns * panelHeight();
    }

    private int panelHeight() {
        return titleHeight() + HEIGHT + GAP;
    }

    private int titleHeight() {
        return 4 + LINE * titles.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The panels, row by row. */
    List<XYPlot> plots() {
        return List.copyOf(plots);
    }

    @Override
    public String getPlotType() {
        return "Panels";
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo info) {
        for (int i = 0; i < plots.size(); i++) {
            double x = area.getX() + i % columns * width;
            double y = area.getY() + (double) (i / columns * panelHeight());
            drawTitle(g2, titles.get(i), x, y);
            Rectangle2D panel = new Rectangle2D.Double(x, y + titleHeight(), width - GAP, HEIGHT);
            plots.get(i).draw(g2, panel, anchor, parentState, info);
        }
    }

    private static void drawTitle(Graphics2D g2, List<String> lines, double x, double top) {
        g2.setFont(Theme.SMALL);
        g2.setPaint(Theme.INK);
        double y = top + LINE / 2.0;
        for (String line : lines) {
            TextUtils.drawAlignedString(line, g2, (float) x + 2, (float) y, TextAnchor.CENTER_LEFT);
            y += LINE;
        }
    }
}
