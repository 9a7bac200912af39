package physio.outcomes.compare.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.measure.statistic.ReferenceFiles;

/** Hip replacements of NHS England 2018/19 with both Oxford scores; the columns of their models are in the order of R. */
record HipReplacement(String provider, boolean isRevision, String ageBand, String sex, long before, long after) {
    static List<HipReplacement> all() {
        return ReferenceFiles.shared("nhs-proms/hip-provider-1819.csv.gz").stream()
                .filter(row -> isNumber(row, "Pre-Op") && isNumber(row, "Post-Op"))
                .map(row -> new HipReplacement(
                        row.get("Provider Code"),
                        row.get("Revision Flag").equals("1"),
                        row.get("Age Band"),
                        row.get("Gender"),
                        score(row, "Pre-Op"),
                        score(row, "Post-Op")))
                .toList();
    }

    private static boolean isNumber(CSVRecord row, String when) {
        return row.get("Hip Replacement " + when + " Q Score").matches("[0-9]+");
    }

    private static long score(CSVRecord row, String when) {
        return Long.parseLong(row.get("Hip Replacement " + when + " Q Score"));
    }

    /** Names of intercept, score before, and the levels but the first of age band and sex. */
    static List<String> caseMix(List<HipReplacement> rows) {
        List<String> columns = new ArrayList<>(List.of("intercept", "before"));
        levels(rows, HipReplacement::ageBand).forEach(level -> columns.add("age " + level));
        levels(rows, HipReplacement::sex).forEach(level -> columns.add("sex " + level));
        return columns;
    }

    private static List<String> levels(List<HipReplacement> rows, Function<HipReplacement, String> factor) {
        return rows.stream().map(factor).distinct().sorted().skip(1).toList();
    }

    /** What this row has in the columns of {@link #caseMix}. */
    long[] caseMixRow(List<String> columns) {
        return columns.stream().mapToLong(this::value).toArray();
    }

    private long value(String column) {
        return switch (column) {
            case "intercept" -> 1;
            case "before" -> before;
            default -> column.equals("age " + ageBand) || column.equals("sex " + sex) ? 1 : 0;
        };
    }
}
