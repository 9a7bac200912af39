package physio.outcomes.measure.statistic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The back pain trial (Ashar 2022): average pain of patients with both visits, in whole points, lower is better. */
public record Ashar(long baseline, long followUp) {
    public static final String REPROCESSING = "1";
    public static final String PLACEBO = "2";
    public static final String USUAL_CARE = "3";

    public long improvement() {
        return baseline - followUp;
    }

    /** The patients of an arm. */
    public static List<Ashar> arm(String group) {
        Map<String, List<CSVRecord>> visits =
                ReferenceFiles.shared("ashar/Ashar2022_outcomes_demographics.csv").stream()
                        .filter(row -> row.get("is_patient").equals("1"))
                        .filter(row -> row.get("group").equals(group))
                        .filter(row -> !row.get("pain_avg").equals("NaN"))
                        .collect(Collectors.groupingBy(row -> row.get("id"), TreeMap::new, Collectors.toList()));
        return visits.values().stream()
                .filter(rows -> rows.size() == 2)
                .map(rows -> new Ashar(pain(rows, "1"), pain(rows, "2")))
                .toList();
    }

    private static long pain(List<CSVRecord> rows, String time) {
        Optional<CSVRecord> visit =
                rows.stream().filter(row -> row.get("time").equals(time)).findFirst();
        return Long.parseLong(visit.orElseThrow().get("pain_avg"));
    }

    public static Histogram improvements(String group) {
        return ReferenceFiles.histogram(
                arm(group).stream().mapToLong(Ashar::improvement).toArray());
    }
}
