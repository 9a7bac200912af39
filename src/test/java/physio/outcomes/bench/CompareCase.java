package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code outcomes compare} of a store of simulated sessions, with all that belongs to it: start, reading, fits, tables and page. */
final class CompareCase {
    private final SimulatedSessions sessions;
    private final Path store;
    private final Path reports;

    /** Takes the sessions in, unless an earlier run has. */
    CompareCase(SimulatedSessions sessions) throws IOException {
        this.sessions = sessions;
        this.store = sessions.store();
        this.reports = sessions.beside("compare-reports");
    }

    Path store() {
        return store;
    }

    String description() throws IOException {
        return sessions.description() + ", heap 3 GB";
    }

    /** A cold process; the report is new each time. */
    TimedProcess ours() throws IOException {
        Bench.delete(reports);
        return TimedProcess.run(
                Map.of("OUTCOMES_JAVA_OPTIONS", "-Xmx3g"),
                List.of(sessions.outcomes(), "compare", "--store", store.toString(), "--reports", reports.toString()));
    }

    void remove() throws IOException {
        Bench.delete(reports);
    }
}
