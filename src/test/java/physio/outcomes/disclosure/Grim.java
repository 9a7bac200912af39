package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import physio.outcomes.disclosure.Known.Range;

/**
 * Which numbers of rows a mean to one decimal allows: the sum of whole scores is whole (GRIM: Brown and Heathers, Social
 * Psychological and Personality Science 2017). The means of a row must all allow it, and the change is the difference of the others.
 */
final class Grim {
    /** So many numbers must stay possible. */
    private static final int FEWEST = 3;

    private static final double SMALL = 1e-9;

    private final Known known;

    Grim(Known known) {
        this.known = known;
    }

    /** The rounded counts for which fewer numbers stay possible. */
    List<String> recovered(List<CsvTable> tables) {
        List<String> recovered = new ArrayList<>();
        if (known.isRounded()) {
            for (CsvTable table : tables) {
                if (OutcomeFacts.isOutcomes(table)) {
                    table.rows().forEach(row -> add(recovered, table, row));
                }
            }
        }
        return recovered;
    }

    private void add(List<String> recovered, CsvTable table, Map<String, String> row) {
        OutcomeFacts.Row outcome = OutcomeFacts.Row.of(table, row);
        String count = outcome.window().equals("session") ? "n_sessions" : "n_episodes";
        Means means = Means.of(row, known.steps().getOrDefault(outcome.measure(), 1.0));
        String shown = CsvTable.cell(row, count);
        if (means.isAny() && !shown.isEmpty()) {
            Range range = known.shown(Double.parseDouble(shown));
            long possible = LongStream.rangeClosed(Math.max(1, (long) range.low()), (long) range.high())
                    .filter(means::allow)
                    .limit(FEWEST)
                    .count();
            if (possible < FEWEST) {
                recovered.add(table.name() + ": " + outcome.count(count));
            }
        }
    }

    /** Means in steps, and by how much they can be off. */
    private record Means(OptionalDouble baseline, OptionalDouble followUp, OptionalDouble change, double off) {
        static Means of(Map<String, String> row, double step) {
            return new Means(
                    mean(row, "baseline_mean", step),
                    mean(row, "follow_up_mean", step),
                    mean(row, "change_mean", step),
                    0.05 / step);
        }

        private static OptionalDouble mean(Map<String, String> row, String column, double step) {
            String text = CsvTable.cell(row, column);
            return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text) / step);
        }

        boolean isAny() {
            return baseline.isPresent() || followUp.isPresent() || change.isPresent();
        }

        boolean allow(long n) {
            Range first = sums(baseline, n);
            Range last = sums(followUp, n);
            Range between = isDifference() ? sums(OptionalDouble.empty(), n) : sums(change, n);
            boolean isWhole =
                    first.low() <= first.high() && last.low() <= last.high() && between.low() <= between.high();
            return isWhole && last.low() - first.high() <= between.high() && last.high() - first.low() >= between.low();
        }

        /** As documented of the profile: a change that is worked out from the shown means tells nothing more. */
        private boolean isDifference() {
            return baseline.isPresent()
                    && followUp.isPresent()
                    && change.isPresent()
                    && Math.abs(followUp.getAsDouble() - baseline.getAsDouble() - change.getAsDouble()) < SMALL;
        }

        /** The whole sums that round to a mean. */
        private Range sums(OptionalDouble mean, long n) {
            if (mean.isEmpty()) {
                return new Range(-CountSystem.MOST, CountSystem.MOST);
            }
            return new Range(
                    Math.ceil(n * (mean.getAsDouble() - off) - SMALL),
                    Math.floor(n * (mean.getAsDouble() + off) + SMALL));
        }
    }
}
