package physio.outcomes.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.report.RecurrenceChart.Month;

/** The corners of step curves: a value holds until the next month. */
final class Steps {
    private Steps() {}

    /**
     * A corner.
     *
     * @param at the month whose values it has
     */
    record Corner(double month, Month at) {}

    static Stream<Corner> of(List<Month> months) {
        return IntStream.range(0, months.size()).boxed().flatMap(i -> {
            Month month = months.get(i);
            Corner after = new Corner(month.number(), month);
            return i == 0 ? Stream.of(after) : Stream.of(new Corner(month.number(), months.get(i - 1)), after);
        });
    }

    /** The months alone. */
    static Stream<Corner> each(Stream<Month> months) {
        return months.map(month -> new Corner(month.number(), month));
    }
}
