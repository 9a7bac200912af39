package physio.outcomes.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/** The findings of one record while it is read: the first of each column counts. */
final class RecordFindings {
    private final Map<String, ReasonCode> reasons = new LinkedHashMap<>();

    void add(String column, ReasonCode reason) {
        reasons.putIfAbsent(column, reason);
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    Map<String, ReasonCode> reasons() {
        return reasons;
    }
}
