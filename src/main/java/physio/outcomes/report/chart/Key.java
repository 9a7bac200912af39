package physio.outcomes.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** Explains marks: a sample of each and its meaning, in lines from the left. */
final class Key extends Title {
    private static final long serialVersionUID = 1L;

    private static final int LINE = 15;
    private static final int MARGIN = 4;
    private static final int SAMPLE = 26;
    private static final int SPACE = 14;

    /** Draws a mark into a box. */
    interface Sample {
        void draw(Graphics2D g2, Rectangle2D box);
    }

    /** One mark and its meaning. */
    record Entry(String meaning, Sample sample) {}

    /** Where an entry goes, from the top left corner. */
    private record Place(double x, double y, Entry entry, List<String> lines) {}

    private final transient List<Place> places = new ArrayList<>();
    private final double width;
    private final int height;

    Key(List<Entry> entries, Size size) {
        width = size.width() - 12.0;
        double x = 0;
        double y = MARGIN;
        for (Entry entry : entries) {
            double whole = SAMPLE + Wrapping.width(entry.meaning(), Theme.SMALL);
            if (x > 0 && x + whole > width) {
                x = 0;
                y += LINE;
            }
            List<String> lines = Wrapping.lines(entry.meaning(), Theme.SMALL, width - SAMPLE);
            places.add(new Place(x, y, entry, lines));
            y += LINE * (lines.size() - 1);
            x = lines.size() > 1 ? width : x + whole + SPACE;
        }
        height = (int) y + LINE + 3 * MARGIN;
        setPosition(RectangleEdge.TOP);
    }

    int height() {
        return height;
    }

    @Override
    public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
        return new Size2D(width, height);
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area) {
        for (Place place : places) {
            double x = area.getX() + place.x();
            double y = area.getY() + place.y();
            place.entry().sample().draw(g2, new Rectangle2D.Double(x + 2, y + 2, SAMPLE - 8.0, LINE - 5.0));
            g2.setFont(Theme.SMALL);
            g2.setPaint(Theme.INK);
            for (String line : place.lines()) {
                TextUtils.drawAlignedString(
                        line, g2, (float) x + SAMPLE, (float) y + LINE / 2f, TextAnchor.CENTER_LEFT);
                y += LINE;
            }
        }
    }

    @Override
    public @Nullable Object draw(Graphics2D g2, Rectangle2D area, Object parameters) {
        draw(g2, area);
        return null;
    }
}
