package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code outcomes compare} of a store of simulated sessions, with all that belongs to it: start, reading, fits, tables and page. */
final class CompareCase {
    private final SimulatedSessions sessions;
    private final Workplaces workplace;

    /** Takes the sessions in, unless an earlier run has. */
    CompareCase(SimulatedSessions sessions) throws IOException {
        this.sessions = sessions;
        this.workplace = new Workplaces(
                List.of(sessions.outcomes()), sessions.store(), sessions.beside("compare-reports"), "-Xmx3g");
    }

    Path store() {
        return workplace.store();
    }

    String description() throws IOException {
        return sessions.description() + ", heap 3 GB";
    }

    /** A cold process; the report is new each time. */
    TimedProcess ours() throws IOException {
        remove();
        return workplace.run("compare", List.of());
    }

    void remove() throws IOException {
        Bench.delete(workplace.reports());
    }
}
