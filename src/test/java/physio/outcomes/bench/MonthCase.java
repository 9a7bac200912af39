package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One new month, taken in and reported: in a store of the months before it, and in an empty one. */
final class MonthCase {
    private static final List<String> REPORT = List.of("--format", "html");

    private final SimulatedSessions sessions;
    private final Path before;
    private final Workplaces workplace;

    /** Takes the months before in, and reports the last of them, as it was when it was new. */
    MonthCase(SimulatedSessions sessions) throws IOException {
        this.sessions = sessions;
        this.before = sessions.beside("month-before");
        this.workplace = new Workplaces(
                List.of(sessions.outcomes()),
                sessions.beside("month-store"),
                sessions.beside("month-reports"),
                "-Xmx3g");
        workplace.remove();
        workplace.ingest(sessions.months().subList(0, sessions.months().size() - 1));
        workplace.run("report", REPORT);
        workplace.moveTo(before);
    }

    String description() throws IOException {
        return sessions.description() + ", the last of them new, that before it reported, heap 3 GB";
    }

    TimedProcess onHistory() throws IOException {
        workplace.copyFrom(before);
        return month();
    }

    TimedProcess onNothing() throws IOException {
        workplace.remove();
        return month();
    }

    private TimedProcess month() throws IOException {
        return workplace.ingest(List.of(sessions.newest())).and(workplace.run("report", REPORT));
    }

    void remove() throws IOException {
        workplace.remove();
        Bench.delete(before);
    }
}
