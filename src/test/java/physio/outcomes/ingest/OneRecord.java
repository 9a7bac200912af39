package physio.outcomes.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A file of one good record in which one column has another text. */
final class OneRecord {
    private static final List<String> COLUMNS =
            List.of("session_id", "patient_id", "clinic_id", "session_date", "technique");
    private static final List<String> RECORD = List.of("s1", "p1", "C1", "2024-05-01", "dtm");

    private OneRecord() {}

    static Reading with(Deliveries deliveries, String column, String text) {
        List<String> columns = new ArrayList<>(COLUMNS);
        List<String> record = new ArrayList<>(RECORD);
        if (columns.contains(column)) {
            record.set(columns.indexOf(column), text);
        } else {
            columns.add(column);
            record.add(text);
        }
        return deliveries.read(String.join(",", columns) + "\n"
                + record.stream().map(OneRecord::quoted).collect(Collectors.joining(",")) + "\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
