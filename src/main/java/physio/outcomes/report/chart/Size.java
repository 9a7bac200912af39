package physio.outcomes.report.chart;

import java.util.Locale;

/** The widths a chart is drawn in; the height follows from what it holds. */
public enum Size {
    /** For phones. */
    NARROW(340),
    /** For screens and paper. */
    WIDE(720);

    private final int width;

    Size(int width) {
        this.width = width;
    }

    /** In CSS px. */
    public int width() {
        return width;
    }

    /** One of two values. */
    int pick(int narrow, int wide) {
        return this == NARROW ? narrow : wide;
    }

    /** The name as a part of ids. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
