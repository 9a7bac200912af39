package physio.outcomes.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import physio.outcomes.privacy.PublishedRow;

/** Labels of visits as whole numbers of an axis: their own where each has one, else their places. */
record VisitLabels(List<String> labels) {
    private static final String BASELINE = "baseline";

    static VisitLabels of(List<PublishedRow> rows) {
        return new VisitLabels(
                rows.stream().map(row -> row.key("visit")).distinct().toList());
    }

    int number(String label) {
        return areNumbers() ? own(label) : labels.indexOf(label) + 1;
    }

    /** What the numbers stand for, where that is not plain. */
    String told() {
        if (areNumbers()) {
            return labels.stream()
                    .filter(label -> label.startsWith(">"))
                    .map(label -> Texts.say("trajectory.pooled", label.substring(1), String.valueOf(own(label))))
                    .collect(Collectors.joining());
        }
        return Texts.say(
                "trajectory.order",
                IntStream.range(0, labels.size())
                        .mapToObj(i -> (i + 1) + " " + written(labels.get(i)))
                        .collect(Collectors.joining(", ")));
    }

    /** A label as people read it. */
    static String written(String label) {
        return label.equals(BASELINE) ? Texts.say("trajectory.baseline") : label;
    }

    private boolean areNumbers() {
        return labels.stream().allMatch(label -> label.equals(BASELINE) || label.matches(">?[1-9]\\d{0,3}"))
                && labels.stream().mapToInt(VisitLabels::own).distinct().count() == labels.size();
    }

    private static int own(String label) {
        if (label.equals(BASELINE)) {
            return 1;
        }
        return label.startsWith(">") ? Integer.parseInt(label.substring(1)) + 1 : Integer.parseInt(label);
    }
}
