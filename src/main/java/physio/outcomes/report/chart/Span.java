package physio.outcomes.report.chart;

import java.util.stream.DoubleStream;

/** The range of an axis. */
record Span(double low, double high) {
    private static final double MARGIN = 0.06;

    /** From the least to the greatest value with a margin; a single value gets room on both sides. */
    static Span around(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double width = high - low;
        double margin = width > 0 ? MARGIN * width : Math.max(1e-3, Math.abs(low) / 2);
        return new Span(low - margin, high + margin);
    }

    double clamped(double value) {
        return Math.min(high, Math.max(low, value));
    }

    boolean holds(double value) {
        return low <= value && value <= high;
    }
}
