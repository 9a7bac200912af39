package physio.outcomes.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The findings of one record while it is read: the first of each column counts. */
final class RecordFindings {
    /** Made with the first finding: most records have none. */
    private Map<String, Cause> causes = Map.of();

    private record Cause(ReasonCode reason, @Nullable String nearest) {}

    void add(String column, ReasonCode reason) {
        add(column, reason, null);
    }

    /** Adds a finding with the code of the catalogue that was probably meant. */
    void add(String column, ReasonCode reason, @Nullable String nearest) {
        if (causes.isEmpty()) {
            causes = new LinkedHashMap<>();
        }
        causes.putIfAbsent(column, new Cause(reason, nearest));
    }

    boolean isEmpty() {
        return causes.isEmpty();
    }

    /** All of them, at the record's place. */
    List<Finding> at(long line, long record, @Nullable Long patientKey) {
        return causes.entrySet().stream()
                .map(cause -> new Finding(
                        line,
                        record,
                        cause.getKey(),
                        cause.getValue().reason(),
                        patientKey,
                        cause.getValue().nearest()))
                .toList();
    }
}
