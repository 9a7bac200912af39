package physio.outcomes.disclosure;

import java.util.Map;
import java.util.TreeMap;
import physio.outcomes.disclosure.Known.Months;

/** Tables in place, with something in them to find. */
final class PlantedTables {
    static final Known INTERNAL = known(false);
    static final Known PUBLIC = known(true);
    static final String COLUMNS = "period,measure,window,technique,n_sessions,n_episodes,n_patients,"
            + "baseline_mean,follow_up_mean,change_mean,suppressed\n";

    private PlantedTables() {}

    private static Known known(boolean isRounded) {
        return new Known(
                isRounded,
                Months.ALL,
                Map.of("pain", 1.0, "vas", 10.0),
                Map.of("pain", "Pain", "t1", "Cupping"),
                Known.Codes.NONE);
    }

    /** Rows of key and counts as CSV, hidden where no count is told; what has a header of its own stays. */
    static Map<String, String> csv(Map<String, String> tables) {
        Map<String, String> texts = new TreeMap<>();
        tables.forEach((name, rows) -> texts.put(name, rows.contains(",") ? rows : csv(rows)));
        return texts;
    }

    private static String csv(String rows) {
        StringBuilder csv = new StringBuilder("clinic_id,").append(COLUMNS);
        for (String row : rows.lines().toList()) {
            boolean isHidden = row.endsWith("- - -");
            csv.append(row.replace(" -", " ").replace(' ', ','))
                    .append(",,,,")
                    .append(isHidden)
                    .append('\n');
        }
        return csv.toString();
    }
}
