package physio.outcomes.report.chart;

import java.util.Arrays;
import java.util.List;
import physio.outcomes.report.Axis;
import physio.outcomes.report.IntervalChart.Row;
import physio.outcomes.report.Texts;

/** The figures beside estimates. */
final class EstimateColumns {
    private EstimateColumns() {}

    /** The narrow drawing has room for the estimate alone; the interval is drawn and stands in the table. */
    static List<List<List<String>>> of(List<Row> rows, Axis axis, Size size) {
        if (size == Size.NARROW) {
            return List.of(rows.stream()
                    .map(row ->
                            present(row.estimate().isPresent() ? estimate(row, axis) : interval(row, axis), row.note()))
                    .toList());
        }
        return List.of(
                rows.stream().map(row -> List.of(figures(row, axis))).toList(),
                rows.stream().map(row -> List.of(row.note())).toList());
    }

    private static List<String> present(String... lines) {
        return Arrays.stream(lines).filter(line -> !line.isEmpty()).toList();
    }

    private static String figures(Row row, Axis axis) {
        String interval = interval(row, axis);
        if (row.estimate().isEmpty() || interval.isEmpty()) {
            return estimate(row, axis) + interval;
        }
        return estimate(row, axis) + " " + Texts.say("brackets", interval);
    }

    private static String estimate(Row row, Axis axis) {
        return row.estimate().isPresent() ? axis.number(row.estimate().getAsDouble()) : "";
    }

    private static String interval(Row row, Axis axis) {
        return row.low().isPresent() && row.high().isPresent()
                ? Texts.say(
                        "number.interval",
                        axis.number(row.low().getAsDouble()),
                        axis.number(row.high().getAsDouble()))
                : "";
    }
}
