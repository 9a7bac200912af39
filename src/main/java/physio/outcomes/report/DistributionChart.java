package physio.outcomes.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How an outcome is spread: for each row, such as a technique, the shares of patients in bins of it.
 *
 * @param of whom the shares are of, such as "episodes"
 * @param axis of the outcome
 * @param bins ascending, such as "≤ −2", "−1 to 0"
 * @param line between two bins, if any
 */
public record DistributionChart(
        String id, String title, String of, Axis axis, List<String> bins, Optional<Line> line, List<Row> rows)
        implements Chart {
    /**
     * A line between bins.
     *
     * @param before the place, from 0, of the bin that it stands before
     * @param meaning such as "smallest difference that matters"
     */
    public record Line(int before, String meaning) {}

    /**
     * One row.
     *
     * @param shares one for each bin, 0–1, empty where it is suppressed
     * @param note beside the row, such as "n = 123"; may be empty
     */
    public record Row(String label, List<OptionalDouble> shares, String note) {
        public Row {
            shares = List.copyOf(shares);
            for (OptionalDouble share : shares) {
                if (!(share.orElse(0) >= 0 && share.orElse(0) <= 1)) {
                    throw new IllegalArgumentException(
                            "Invalid share: " + share.getAsDouble() + " (must be in 0 to 1)");
                }
            }
        }

        /** Whether any share is shown. */
        public boolean isShown() {
            return shares.stream().anyMatch(OptionalDouble::isPresent);
        }
    }

    public DistributionChart {
        Chart.checkedId(id);
        bins = List.copyOf(bins);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.shares().size() != bins.size()) {
                throw new IllegalArgumentException("Invalid shares: "
                        + row.shares().size() + " (must be one for each of " + bins.size() + " bins)");
            }
        }
    }

    @Override
    public String alternative() {
        Sentences text = new Sentences(Texts.say("spread.alternative", of, axis.label(), Words.count(bins.size())), "");
        List<Row> shown = rows.stream().filter(Row::isShown).toList();
        if (shown.isEmpty()) {
            return text.add(Texts.say("alternative.nothing")).toString();
        }
        shown.forEach(row -> text.add(told(row)));
        return text.addMissing(rows.size() - shown.size(), rows.size()).toString();
    }

    private String told(Row row) {
        int most = IntStream.range(0, bins.size())
                .boxed()
                .max(Comparator.comparingDouble(bin -> row.shares().get(bin).orElse(-1)))
                .orElseThrow();
        String told = Texts.say(
                "spread.alternative.row",
                row.label() + Words.bracketed(row.note()),
                bins.get(most),
                SharesChart.percent(row.shares().get(most).orElseThrow()));
        return line.map(one -> told(told, row, one)).orElse(told);
    }

    /** Nothing more where a share beyond the line is suppressed: a sum of the others would be too low. */
    private static String told(String told, Row row, Line line) {
        List<OptionalDouble> beyond =
                row.shares().subList(line.before(), row.shares().size());
        return beyond.stream().allMatch(OptionalDouble::isPresent)
                ? Texts.say(
                        "spread.alternative.line",
                        told,
                        line.meaning(),
                        SharesChart.percent(Math.min(
                                1,
                                beyond.stream()
                                        .mapToDouble(OptionalDouble::orElseThrow)
                                        .sum())))
                : told;
    }
}
