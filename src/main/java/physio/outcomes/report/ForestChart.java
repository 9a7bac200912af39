package physio.outcomes.report;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Several estimates of the same thing under each other, in groups: what each model says of a technique.
 *
 * @param reference where a line stands, 0 for differences; empty where no value means "no difference"
 */
public record ForestChart(
        String id, String title, Axis axis, Better better, OptionalDouble reference, List<Group> groups)
        implements Chart {

    /**
     * Estimates that belong together; the label of one says how it was made, the same in all groups.
     *
     * @param label may be empty where there is one group
     */
    public record Group(String label, List<IntervalChart.Row> estimates) {
        public Group {
            estimates = List.copyOf(estimates);
        }

        private List<IntervalChart.Row> shown() {
            return estimates.stream().filter(row -> row.estimate().isPresent()).toList();
        }
    }

    public ForestChart {
        Chart.checkedId(id);
        groups = List.copyOf(groups);
    }

    /** The kinds of estimate in order of first appearance. */
    public List<String> models() {
        return groups.stream()
                .flatMap(group -> group.estimates().stream())
                .map(IntervalChart.Row::label)
                .distinct()
                .toList();
    }

    @Override
    public String alternative() {
        List<IntervalChart.Row> rows =
                groups.stream().flatMap(group -> group.estimates().stream()).toList();
        Sentences text = new Sentences(IntervalChart.measured(rows, axis), better.words());
        long shown = groups.stream().mapToLong(group -> group.shown().size()).sum();
        if (shown == 0) {
            return text.add(Texts.say("alternative.nothing")).toString();
        }
        for (Group group : groups) {
            String label = group.label().isEmpty() ? "" : group.label() + ": ";
            text.add(label + (group.shown().isEmpty() ? Texts.say("number.not_shown") : told(group.shown())));
        }
        return text.addMissing((int) (rows.size() - shown), rows.size()).toString();
    }

    private String told(List<IntervalChart.Row> shown) {
        Comparator<IntervalChart.Row> byValue = Comparator.comparingDouble(IntervalChart.Row::value);
        IntervalChart.Row least = shown.stream().min(byValue).orElseThrow();
        IntervalChart.Row most = shown.stream().max(byValue).orElseThrow();
        if (shown.size() == 1) {
            return least.told(axis);
        }
        String range = Texts.say(
                "estimates.alternative.range",
                axis.amount(least.value()),
                least.label(),
                axis.amount(most.value()),
                most.label());
        return range + told(shown, reference);
    }

    private String told(List<IntervalChart.Row> shown, OptionalDouble line) {
        if (line.isEmpty() || !IntervalChart.hasIntervals(shown)) {
            return "";
        }
        long clear = shown.stream()
                .filter(row -> row.low().orElse(Double.NEGATIVE_INFINITY) > line.getAsDouble()
                        || row.high().orElse(Double.POSITIVE_INFINITY) < line.getAsDouble())
                .count();
        return "; "
                + Texts.say(
                        "estimates.alternative.clear",
                        axis.number(line.getAsDouble()),
                        Words.count(clear),
                        Words.count(shown.size()));
    }
}
