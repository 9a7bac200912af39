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

    /** What of it lies within a range that values cannot leave. */
    Span within(double least, double most) {
        return new Span(Math.max(least, low), Math.min(most, high));
    }

    /** A round step, 1, 2 or 5 times a power of ten, that goes into it at most so often. */
    double step(int most) {
        double least = (high - low) / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5)
                .map(factor -> factor * power)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(10 * power);
    }

    double clamped(double value) {
        return Math.min(high, Math.max(low, value));
    }

    boolean holds(double value) {
        return low <= value && value <= high;
    }
}
