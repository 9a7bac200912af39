package physio.outcomes.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.report.RecurrenceChart.Group;
import physio.outcomes.report.RecurrenceChart.Month;

/** The months below which numbers at risk stand: from 0 in regular steps, as many as fit. */
record RiskMonths(int last, int step) {
    static RiskMonths of(List<Group> groups, Size size) {
        int last = groups.stream()
                .flatMap(group -> group.months().stream())
                .mapToInt(Month::number)
                .max()
                .orElse(0);
        return new RiskMonths(last, MonthScale.step(last, size.pick(4, 8)));
    }

    boolean holds(int month) {
        return month % step == 0;
    }

    /** Whether curves have their marks there: at the start they lie over each other. */
    boolean isMarked(int month) {
        return month > 0 && holds(month);
    }

    Stream<Month> of(Group group) {
        return group.months().stream().filter(month -> holds(month.number()));
    }

    List<NamedTicks.Name> names() {
        return IntStream.rangeClosed(0, last)
                .filter(this::holds)
                .mapToObj(month -> new NamedTicks.Name(month, String.valueOf(month)))
                .toList();
    }

    Span span() {
        double width = Math.max(1, last);
        return new Span(-0.02 * width, 1.05 * width);
    }
}
