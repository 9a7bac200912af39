package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code outcomes report} of a store of many simulated clinics: start, reading, sums, and a page a clinic. */
final class ReportCase {
    private final SimulatedSessions sessions;
    private final Path store;
    private final Path reports;

    /** Takes the sessions in, unless an earlier run has. */
    ReportCase(SimulatedSessions sessions) throws IOException {
        this.sessions = sessions;
        this.store = sessions.store();
        this.reports = sessions.beside("month-reports");
    }

    String description() throws IOException {
        return sessions.description() + ", heap 3 GB";
    }

    /** A cold process; the report is new each time. */
    TimedProcess ours(String formats) throws IOException {
        Bench.delete(reports);
        return TimedProcess.run(
                Map.of("OUTCOMES_JAVA_OPTIONS", "-Xmx3g"),
                List.of(
                        sessions.outcomes(),
                        "report",
                        "--format",
                        formats,
                        "--store",
                        store.toString(),
                        "--reports",
                        reports.toString()));
    }

    void remove() throws IOException {
        Bench.delete(reports);
    }
}
