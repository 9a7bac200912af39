package physio.outcomes.report;

import java.util.Comparator;
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

        private double value() {
            return estimate.orElse(Double.NaN);
        }
    }

    public IntervalChart {
        Chart.checkedId(id);
        rows = List.copyOf(rows);
    }

    @Override
    public String alternative() {
        List<Row> shown =
                rows.stream().filter(row -> row.estimate().isPresent()).toList();
        Sentences text = new Sentences(axis.label() + " with 95% intervals", better.words());
        if (shown.isEmpty()) {
            return text.add("No values are shown").toString();
        }
        Comparator<Row> byValue = Comparator.comparingDouble(Row::value);
        Row highest = shown.stream().max(byValue).orElseThrow();
        Row lowest = shown.stream().min(byValue).orElseThrow();
        if (shown.size() == 1) {
            text.add(told(highest));
        } else {
            text.add("Highest of " + shown.size() + ": " + told(highest) + "; lowest: " + told(lowest));
        }
        return text.addMissing(rows.size() - shown.size(), rows.size()).toString();
    }

    private String told(Row row) {
        String interval = row.low().isPresent() && row.high().isPresent()
                ? " (" + axis.number(row.low().getAsDouble()) + " to "
                        + axis.number(row.high().getAsDouble()) + ")"
                : "";
        String note = row.note().isEmpty() ? "" : ", " + row.note();
        return row.label() + " " + axis.amount(row.value()) + interval + note;
    }
}
