package physio.outcomes.report.chart;

import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Joins months by a thin line and marks each by what it says. */
final class MonthsRenderer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;

    private final transient List<Mark> marks;

    /** Draws the only series of a data set. */
    MonthsRenderer(List<Mark> marks) {
        super(true, true);
        this.marks = marks;
        setUseFillPaint(true);
        setUseOutlinePaint(true);
        setSeriesPaint(0, Theme.FAINT_INK);
        setDefaultOutlineStroke(Theme.LINE);
        setDrawSeriesLineAsPath(false);
    }

    @Override
    public Shape getItemShape(int series, int item) {
        return marks.get(item).shape();
    }

    @Override
    public Paint getItemFillPaint(int series, int item) {
        return marks.get(item).fill();
    }

    @Override
    public Paint getItemOutlinePaint(int series, int item) {
        return marks.get(item).outline();
    }

    /** The line that leads to a provisional month is provisional too. */
    @Override
    public Stroke getItemStroke(int series, int item) {
        return marks.get(item) == Mark.PROVISIONAL ? Theme.dashed(1, 2, 2) : Theme.HAIRLINE;
    }
}
