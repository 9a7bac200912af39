package physio.outcomes.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What one contender needed in several runs. */
final class Series {
    private final String name;
    private final List<TimedProcess> runs = new ArrayList<>();

    Series(String name) {
        this.name = name;
    }

    void add(TimedProcess run) {
        runs.add(run);
    }

    /** Of two that were run after each other. */
    static Series sum(String name, Series first, Series second) {
        Series sum = new Series(name);
        for (int i = 0; i < first.runs.size(); i++) {
            sum.add(first.runs.get(i).and(second.runs.get(i)));
        }
        return sum;
    }

    String name() {
        return name;
    }

    double medianSeconds() {
        return sorted(TimedProcess::seconds).get(runs.size() / 2);
    }

    /** A row of a Markdown table: seconds as median (least to most), of processors too, memory as the most. */
    String row(Series reference) {
        List<Double> seconds = sorted(TimedProcess::seconds);
        List<Double> megabytes = sorted(TimedProcess::megabytes);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f (%.1f to %.1f) | %.0f | %.0f | %.2f |",
                name,
                medianSeconds(),
                seconds.get(0),
                seconds.get(seconds.size() - 1),
                sorted(TimedProcess::processorSeconds).get(runs.size() / 2),
                megabytes.get(megabytes.size() - 1),
                medianSeconds() / reference.medianSeconds());
    }

    /** The runs as JSON. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"seconds\": %s, \"processor_seconds\": %s, \"megabytes\": %s}",
                name,
                rounded(TimedProcess::seconds),
                rounded(TimedProcess::processorSeconds),
                rounded(TimedProcess::megabytes));
    }

    private List<String> rounded(ToDoubleFunction<TimedProcess> figure) {
        return runs.stream()
                .map(run -> String.format(Locale.ROOT, "%.2f", figure.applyAsDouble(run)))
                .toList();
    }

    private List<Double> sorted(ToDoubleFunction<TimedProcess> figure) {
        return runs.stream().map(figure::applyAsDouble).sorted().toList();
    }
}
