package physio.outcomes.report;

import java.util.List;
import java.util.OptionalDouble;

/** Estimates with their 95% intervals, one a row, against a line at 0. */
public record IntervalChart(String id, String title, Axis axis, Better better, List<Row> rows) implements Chart {

    /**
     * One estimate.
     *
     * @param estimate in the axis' unit; empty where it is suppressed
     * @param low end of the interval; empty where there is none
     * @param high end of the interval; empty where there is none
     * @param note beside the row, such as "n = 123"; may be empty
     */
    public record Row(String label, OptionalDouble estimate, OptionalDouble low, OptionalDouble high, String note) {
        /** A row with its interval. */
        public static Row of(String label, double estimate, double low, double high, String note) {
            return new Row(label, OptionalDouble.of(estimate), OptionalDouble.of(low), OptionalDouble.of(high), note);
        }

        /** A row of which only label and note are shown. */
        public static Row suppressed(String label, String note) {
            return new Row(label, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), note);
        }

        double value() {
            return estimate.orElse(Double.NaN);
        }

        /** Label, estimate, interval and note in words. */
        String told(Axis axis) {
            return label + " " + figures(axis) + (note.isEmpty() ? "" : ", " + note);
        }

        /** Estimate and interval in words. */
        String figures(Axis axis) {
            String interval = low.isPresent() && high.isPresent()
                    ? Texts.say("number.interval", axis.number(low.getAsDouble()), axis.number(high.getAsDouble()))
                    : "";
            return axis.amount(value()) + Words.bracketed(interval);
        }
    }

    public IntervalChart {
        Chart.checkedId(id);
        rows = List.copyOf(rows);
    }

    /** Whether any row shows its interval: in public none does. */
    public static boolean hasIntervals(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.low().isPresent());
    }

    /** What rows measure, at the beginning of an alternative. */
    static String measured(List<Row> rows, Axis axis) {
        return hasIntervals(rows) ? Texts.say("alternative.with_intervals", axis.label()) : axis.label();
    }

    @Override
    public String alternative() {
        return new Sentences(measured(rows, axis), better.words())
                .addHighestAndLowest(rows, axis)
                .toString();
    }
}
