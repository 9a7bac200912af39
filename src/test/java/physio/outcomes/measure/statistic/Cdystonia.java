package physio.outcomes.measure.statistic;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The cervical dystonia trial (Davis 2002): follow-up rows of one arm with their change since week 0, lower is better. */
public record Cdystonia(String patient, int week, long baseline, long change) {
    public static final String DOSE_10000 = "1";
    public static final String DOSE_5000 = "2";
    public static final String PLACEBO = "3";

    public long improvement() {
        return -change;
    }

    /** All follow-up rows of an arm. */
    public static List<Cdystonia> followUps(String arm) {
        List<CSVRecord> rows = ReferenceFiles.shared("cdystonia/cdystonia.csv").stream()
                .filter(row -> row.get("treat").equals(arm))
                .toList();
        Map<String, Long> baselines = rows.stream()
                .filter(row -> row.get("week").equals("0"))
                .collect(Collectors.toMap(Cdystonia::patient, Cdystonia::score));
        return rows.stream()
                .filter(row -> !row.get("week").equals("0"))
                .map(row -> followUp(row, Objects.requireNonNull(baselines.get(patient(row)))))
                .toList();
    }

    /** The last visit of each patient of an arm. */
    public static List<Cdystonia> lastVisits(String arm) {
        return List.copyOf(followUps(arm).stream()
                .collect(Collectors.toMap(
                        Cdystonia::patient, Function.identity(), (a, b) -> a.week > b.week ? a : b, TreeMap::new))
                .values());
    }

    static Histogram changes(String arm) {
        return ReferenceFiles.histogram(
                lastVisits(arm).stream().mapToLong(Cdystonia::change).toArray());
    }

    private static Cdystonia followUp(CSVRecord row, long baseline) {
        return new Cdystonia(patient(row), Integer.parseInt(row.get("week")), baseline, score(row) - baseline);
    }

    private static String patient(CSVRecord row) {
        return row.get("site") + "/" + row.get("id");
    }

    private static long score(CSVRecord row) {
        return Long.parseLong(row.get("twstrs"));
    }
}
