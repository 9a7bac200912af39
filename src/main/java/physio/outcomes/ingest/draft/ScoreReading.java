package physio.outcomes.ingest.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;

/**
 * A way to read the numbers of a column as scores.
 *
 * @param measure whose scores they are
 * @param decimal the file's decimal mark
 * @param scale the factor they are taken times
 * @param hasSentinels whether numbers such as 999 that cannot be scores mean missing ones
 */
record ScoreReading(Measure measure, char decimal, BigDecimal scale, boolean hasSentinels) {
    private static final Pattern SENTINEL = Pattern.compile("-9{1,4}|9{2,4}|-1");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** The plainest reading in which all values fit; if there is none, the plainest. */
    static ScoreReading best(Measure measure, char decimal, SampleColumn column) {
        ScoreReading plainest = new ScoreReading(measure, decimal, BigDecimal.ONE, false);
        return Stream.of(
                        plainest,
                        new ScoreReading(measure, decimal, BigDecimal.ONE, true),
                        new ScoreReading(measure, decimal, TENTH, false),
                        new ScoreReading(measure, decimal, TENTH, true))
                .filter(reading -> reading.misfits(column) == 0)
                .findFirst()
                .orElse(plainest);
    }

    /** The mapping's keys for it. */
    String keys(SampleColumn column) {
        return (isScaled() ? ", scale: " + scale.toPlainString() : "")
                + (hasSentinels ? ", missing: " + Yaml.list(sentinels(column)) : "");
    }

    /** How many values would not be scores of the measure. */
    long misfits(SampleColumn column) {
        return column.count(value -> !isSentinel(value) && !(isNumber(value) && isInRange(value)));
    }

    String why(SampleColumn column) {
        if (column.isEmpty()) {
            return "by its name; it is empty in the sample";
        }
        List<String> why = new ArrayList<>();
        why.add(isScaled() ? "confirm the scale: the sample runs beyond " + range(measure) : "by its name");
        if (hasSentinels) {
            why.add("confirm what is taken for missing");
        }
        if (column.all(this::isLowest)) {
            why.add("confirm the scale: the sample stays in the lowest tenth of " + range(measure));
        }
        if (misfits(column) > 0) {
            why.add(column.share(misfits(column)) + " of the sample do not fit " + range(measure));
        }
        long between = column.count(this::isOffGrid);
        if (between > 0) {
            why.add(column.share(between) + " of the sample are no whole steps of "
                    + measure.step().toPlainString()
                    + " and would go to quarantine: give the measure a resolution in place of its step");
        }
        return String.join("; ", why);
    }

    static String range(Measure measure) {
        return measure.low().toPlainString() + " to " + measure.high().toPlainString();
    }

    private Set<String> sentinels(SampleColumn column) {
        return column.distinct().stream()
                .map(Map.Entry::getKey)
                .filter(this::isSentinel)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isScaled() {
        return scale.compareTo(BigDecimal.ONE) != 0;
    }

    private boolean isSentinel(String value) {
        return hasSentinels && SENTINEL.matcher(value).matches() && !isInRange(value);
    }

    private boolean isOffGrid(String value) {
        return measure.isGrid()
                && isNumber(value)
                && isInRange(value)
                && number(value).remainder(measure.step()).signum() != 0;
    }

    /** A scale of three or five answers under the name of one of a hundred looks so. */
    private boolean isLowest(String value) {
        BigDecimal tenth =
                measure.high().subtract(measure.low()).multiply(TENTH).add(measure.low());
        return isSentinel(value) || (isNumber(value) && number(value).compareTo(tenth) <= 0);
    }

    private boolean isInRange(String value) {
        BigDecimal number = number(value);
        return number.compareTo(measure.low()) >= 0 && number.compareTo(measure.high()) <= 0;
    }

    private boolean isNumber(String value) {
        return value.matches("[+-]?[0-9]{1,15}([" + decimal + "][0-9]{1,15})?");
    }

    private BigDecimal number(String value) {
        return new BigDecimal(value.replace(decimal, '.')).multiply(scale);
    }
}
