package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A horizontal axis with a table below it, whose figures stand below the places on the axis that they belong to. */
final class TableAxis extends NamedTicks {
    private static final long serialVersionUID = 1L;

    private static final int LINE = 13;
    private static final int GAP = 7;
    /** Between a label and the figure beside it, which may reach a little over its place. */
    private static final int SPACE = 12;
    /** What the upright axis and the edges take. */
    private static final int MARGIN = 56;

    private final transient List<TableRow> rows;
    private final Size size;

    /**
     * Makes an axis.
     *
     * @param rows from the top; their samples may explain what is drawn above
     */
    TableAxis(List<Name> names, Span span, List<TableRow> rows, Size size) {
        super(names, span);
        this.rows = rows;
        this.size = size;
    }

    /** The height of the table. */
    int tableHeight() {
        return GAP + rows.stream().mapToInt(this::height).sum();
    }

    /** In the narrow drawing, where figures stand below their label, a little room parts them from the next one. */
    private int height(TableRow row) {
        int labels = row.labelLines(size).size();
        int cells = cellLines(row);
        if (row.cells().isEmpty()) {
            return LINE * labels;
        }
        return LINE * size.pick(labels + cells, Math.max(labels, cells)) + size.pick(4, 0);
    }

    private int cellLines(TableRow row) {
        return row.cellLines((size.width() - MARGIN - labelWidth()) / getRange().getLength());
    }

    /** The wide drawing has room for labels on the left. */
    private double labelWidth() {
        double widest =
                rows.stream().mapToDouble(row -> row.labelWidth(size)).max().orElse(0);
        return size == Size.WIDE ? widest + SPACE : 0;
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g2, plot, area, edge, space);
        reserved.add(tableHeight(), RectangleEdge.BOTTOM);
        reserved.add(labelWidth(), RectangleEdge.LEFT);
        return reserved;
    }

    @Override
    public AxisState draw(
            Graphics2D g2,
            double cursor,
            Rectangle2D plotArea,
            Rectangle2D area,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        AxisState state = super.draw(g2, cursor, plotArea, area, edge, info);
        double y = state.getCursor() + GAP + LINE / 2.0;
        g2.setFont(Theme.SMALL);
        for (TableRow row : rows) {
            drawLabel(g2, row, plotArea.getX(), y);
            drawCells(g2, row, area, y + size.pick(LINE * row.labelLines(size).size(), 0));
            y += height(row);
        }
        return state;
    }

    private void drawLabel(Graphics2D g2, TableRow row, double x, double y) {
        row.sample().draw(g2, new Rectangle2D.Double(x + 2, y - LINE / 2.0 + 2, TableRow.SAMPLE - 8.0, LINE - 4.0));
        g2.setPaint(Theme.INK);
        double line = y;
        for (String text : row.labelLines(size)) {
            TextUtils.drawAlignedString(text, g2, (float) (x + row.indent()), (float) line, TextAnchor.CENTER_LEFT);
            line += LINE;
        }
    }

    private void drawCells(Graphics2D g2, TableRow row, Rectangle2D area, double y) {
        int lines = cellLines(row);
        for (int i = 0; i < row.cells().size(); i++) {
            Name cell = row.cells().get(i);
            double x = valueToJava2D(cell.value(), area, RectangleEdge.BOTTOM);
            double line = y + LINE * (i % lines);
            TextUtils.drawAlignedString(cell.text(), g2, (float) x, (float) line, TextAnchor.CENTER);
        }
    }
}
