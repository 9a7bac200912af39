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
        Sentences text = new Sentences("Share of " + of + " improved, without meaningful change and worse", "");
        List<Row> shown =
                rows.stream().filter(row -> row.improved().isPresent()).toList();
        if (shown.isEmpty()) {
            return text.add("No values are shown").toString();
        }
        Comparator<Row> byImproved =
                Comparator.comparingDouble(row -> row.improved().getAsDouble());
        Row most = shown.stream().max(byImproved).orElseThrow();
        Row least = shown.stream().min(byImproved).orElseThrow();
        if (shown.size() == 1) {
            text.add(told(most));
        } else {
            text.add("Most improved of " + shown.size() + ": " + told(most) + "; fewest: " + told(least));
        }
        return text.addMissing(rows.size() - shown.size(), rows.size()).toString();
    }

    private static String told(Row row) {
        String worse = row.worse().isPresent() ? ", " + percent(row.worse().getAsDouble()) + " worse" : "";
        String note = row.note().isEmpty() ? "" : " (" + row.note() + ")";
        return row.label() + " " + percent(row.improved().getAsDouble()) + " improved" + worse + note;
    }

    /** A share as whole percent. */
    public static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(0, RoundingMode.HALF_UP) + "%";
    }
}
