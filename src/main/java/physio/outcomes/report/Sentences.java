package physio.outcomes.report;

import java.util.Comparator;
import java.util.List;

/** The text alternative of a chart in the making. */
final class Sentences {
    private final StringBuilder text;

    /** Starts with what the chart measures and, unless empty, a remark on it. */
    Sentences(String subject, String remark) {
        text = new StringBuilder(subject)
                .append(remark.isEmpty() ? "" : ", " + remark)
                .append('.');
    }

    Sentences add(String sentence) {
        text.append(' ').append(sentence).append('.');
        return this;
    }

    /** Tells the extremes of estimates and how many are kept from the reader. */
    Sentences addHighestAndLowest(List<IntervalChart.Row> rows, Axis axis) {
        List<IntervalChart.Row> shown =
                rows.stream().filter(row -> row.estimate().isPresent()).toList();
        if (shown.isEmpty()) {
            return add(Texts.say("alternative.nothing"));
        }
        Comparator<IntervalChart.Row> byValue = Comparator.comparingDouble(IntervalChart.Row::value);
        String highest = shown.stream().max(byValue).orElseThrow().told(axis);
        String lowest = shown.stream().min(byValue).orElseThrow().told(axis);
        add(
                shown.size() == 1
                        ? highest
                        : Texts.say("alternative.extremes", Words.count(shown.size()), highest, lowest));
        return addMissing(rows.size() - shown.size(), rows.size());
    }

    /** Says how many rows are kept from the reader, if any. */
    Sentences addMissing(int missing, int all) {
        return missing == 0 ? this : add(Texts.say("alternative.missing", Words.count(missing), Words.count(all)));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
