package physio.outcomes.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import physio.outcomes.report.IntervalChart.Row;

/** The axis that estimates and their intervals need. */
final class EstimateSpan {
    /** Longer arms of an interval, in median arms beyond all estimates, would flatten the other rows. */
    private static final double LONGEST = 4;

    private EstimateSpan() {}

    /** Holds the reference value, all estimates, and all intervals but the few that are far longer than the others. */
    static Span of(List<Row> rows, OptionalDouble reference) {
        double[] fixed = DoubleStream.concat(
                        rows.stream().flatMapToDouble(row -> row.estimate().stream()), reference.stream())
                .sorted()
                .toArray();
        if (rows.stream().allMatch(row -> row.estimate().isEmpty())) {
            return new Span(-1, 1);
        }
        double room = LONGEST * medianArm(rows);
        Span most = new Span(fixed[0] - room, fixed[fixed.length - 1] + room);
        DoubleStream ends = rows.stream().flatMapToDouble(EstimateSpan::ends).map(most::clamped);
        return Span.around(DoubleStream.concat(ends, DoubleStream.of(fixed)));
    }

    private static double medianArm(List<Row> rows) {
        double[] arms = rows.stream()
                .filter(row -> row.estimate().isPresent())
                .flatMapToDouble(row ->
                        ends(row).map(end -> Math.abs(end - row.estimate().getAsDouble())))
                .sorted()
                .toArray();
        return arms.length == 0 ? 0 : arms[arms.length / 2];
    }

    private static DoubleStream ends(Row row) {
        return DoubleStream.concat(row.low().stream(), row.high().stream());
    }
}
