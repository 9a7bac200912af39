package physio.outcomes.bench;

import java.io.IOException;
import java.util.List;

/** {@code outcomes report} of a store of many simulated clinics: start, reading, sums, and a page a clinic. */
final class ReportCase {
    private final SimulatedSessions sessions;
    private final Workplaces workplace;

    /** Takes the sessions in, unless an earlier run has. */
    ReportCase(SimulatedSessions sessions) throws IOException {
        this.sessions = sessions;
        this.workplace = new Workplaces(
                List.of(sessions.outcomes()), sessions.store(), sessions.beside("month-reports"), "-Xmx3g");
    }

    String description() throws IOException {
        return sessions.description() + ", heap 3 GB";
    }

    /** A cold process; the report is new each time. */
    TimedProcess ours(String formats) throws IOException {
        remove();
        return workplace.run("report", List.of("--format", formats));
    }

    void remove() throws IOException {
        Bench.delete(workplace.reports());
    }
}
