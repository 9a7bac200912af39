package physio.outcomes.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many improved, stayed or got worse: one bar of 100% a row.
 *
 * @param of whom the shares are of, such as "episodes"
 */
public record SharesChart(String id, String title, String of, List<Row> rows) implements Chart {

    /**
     * One bar; each share is in 0–1 and empty where it is suppressed.
     *
     * @param note beside the row, such as "n = 123"; may be empty
     */
    public record Row(
            String label, OptionalDouble improved, OptionalDouble unchanged, OptionalDouble worse, String note) {
        public Row {
            double sum = checked(improved) + checked(unchanged) + checked(worse);
            if (sum > 1 + 1e-9) {
                throw new IllegalArgumentException("Invalid shares: " + sum + " (must be at most 1 together)");
            }
        }

        private static double checked(OptionalDouble share) {
            double value = share.orElse(0);
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("Invalid share: " + value + " (must be in 0 to 1)");
            }
            return value;
        }

        /** A row with all its shares. */
        public static Row of(String label, double improved, double unchanged, double worse, String note) {
            return new Row(
                    label, OptionalDouble.of(improved), OptionalDouble.of(unchanged), OptionalDouble.of(worse), note);
        }

        /** A row of which only label and note are shown. */
        public static Row suppressed(String label, String note) {
            return new Row(label, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), note);
        }
    }

    public SharesChart {
        Chart.checkedId(id);
        rows = List.copyOf(rows);
    }

    @Override
    public String alternative() {
        Sentences text = new Sentences(Texts.say("alternative.shares", of), "");
        List<Row> shown =
                rows.stream().filter(row -> row.improved().isPresent()).toList();
        if (shown.isEmpty()) {
            return text.add(Texts.say("alternative.nothing")).toString();
        }
        Comparator<Row> byImproved =
                Comparator.comparingDouble(row -> row.improved().getAsDouble());
        Row most = shown.stream().max(byImproved).orElseThrow();
        Row least = shown.stream().min(byImproved).orElseThrow();
        if (shown.size() == 1) {
            text.add(told(most));
        } else {
            text.add(Texts.say("alternative.shares.extremes", Words.count(shown.size()), told(most), told(least)));
        }
        return text.addMissing(rows.size() - shown.size(), rows.size()).toString();
    }

    private static String told(Row row) {
        String improved = percent(row.improved().getAsDouble());
        String note = Words.bracketed(row.note());
        return row.worse().isPresent()
                ? Texts.say(
                        "alternative.shares.row",
                        row.label(),
                        improved,
                        percent(row.worse().getAsDouble()),
                        note)
                : Texts.say("alternative.shares.row.improved", row.label(), improved, note);
    }

    /** A share as whole percent. */
    public static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return Texts.say("number.percent", percent.toPlainString());
    }
}
