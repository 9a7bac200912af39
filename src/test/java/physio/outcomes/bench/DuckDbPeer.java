package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * DuckDB's scripts, in a process of their own.
 *
 * @param sessions that they read
 * @param out where they write
 */
record DuckDbPeer(SimulatedSessions sessions, Path out) {

    /** Checks, keys and writes the sessions; with a month, sums it too. */
    TimedProcess run(List<String> month) throws IOException {
        Bench.delete(out);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DuckDbScripts.class.getName(),
                sessions.home().resolve("jobs/outcomes.yaml").toString(),
                sessions.files().toString(),
                out.toString()));
        command.addAll(month);
        return TimedProcess.run(Map.of(), command);
    }
}
