package physio.outcomes.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Bins of improvement such as {@code ≤ −3}, {@code −2}, {@code 0 to 4}, {@code ≥ 6}, with either minus.
 *
 * @param labels ascending
 */
record ImprovementBins(List<String> labels) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** The labels as people read them. */
    List<String> shown() {
        return labels.stream().map(ImprovementBins::shown).toList();
    }

    private static String shown(String label) {
        String[] ends = label.replace('−', '-').split(" to ", -1);
        return ends.length == 2
                ? Texts.say("spread.bin", Texts.number(ends[0]), Texts.number(ends[1]))
                : Texts.number(ends[0]);
    }

    /** Where the smallest difference that matters begins, or else where improvement does. */
    Optional<DistributionChart.Line> line(OptionalDouble threshold) {
        Optional<DistributionChart.Line> matters = threshold.stream()
                .boxed()
                .flatMap(value -> IntStream.range(1, labels.size())
                        .filter(i -> low(labels.get(i)) == value)
                        .boxed())
                .findFirst()
                .map(i -> new DistributionChart.Line(i, Texts.say("spread.line.matters")));
        return matters.or(() -> IntStream.range(1, labels.size())
                .filter(i -> low(labels.get(i)) > 0)
                .boxed()
                .findFirst()
                .filter(i -> low(labels.get(i - 1)) == 0 && !labels.get(i - 1).contains(" "))
                .map(i -> new DistributionChart.Line(i, Texts.say("spread.line.improved"))));
    }

    private static double low(String label) {
        Matcher number = NUMBER.matcher(label.replace('−', '-'));
        return label.startsWith("≤") || !number.find() ? Double.NEGATIVE_INFINITY : Double.parseDouble(number.group());
    }
}
