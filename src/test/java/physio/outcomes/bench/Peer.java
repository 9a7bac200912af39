package physio.outcomes.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/**
 * What others would do the same work with, each time in a process of its own.
 *
 * @param out where it writes
 * @param command to which steps are added: {@code ingest}, and {@code measure} with its month
 */
record Peer(String name, Path out, List<String> command) {

    /** It writes to a folder in another. */
    static Peer duckDb(SimulatedSessions sessions, Path folder) {
        return ofJava("DuckDB", DuckDbScripts.class, List.of(), sessions, folder.resolve("duckdb"));
    }

    /** With the heap that this program has. */
    static Peer plainSpark(SimulatedSessions sessions, Path folder, int heap) {
        List<String> options = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens"))
                .toList());
        options.add("-Xmx" + heap + "g");
        return ofJava("plain Spark job", PlainSparkJob.class, options, sessions, folder.resolve("plain-spark"));
    }

    /** None where R is not installed, or lacks the packages. */
    static Optional<Peer> dataTable(SimulatedSessions sessions, Path folder) throws IOException {
        if (!RPackages.areInstalled("data.table", "openssl")) {
            return Optional.empty();
        }
        Settings settings = SettingsReader.read(List.of(settings(sessions)), Map.of());
        Path out = folder.resolve("data-table");
        return Optional.of(new Peer(
                "R data.table",
                out,
                List.of(
                        "Rscript",
                        sessions.home().resolve("src/test/r/bench-run.R").toString(),
                        sessions.files().toString(),
                        out.toString(),
                        String.join(",", settings.techniques().keySet()),
                        String.join(",", settings.regions().keySet()))));
    }

    /** All that there are. */
    static List<Peer> all(SimulatedSessions sessions, Path folder, int heap) throws IOException {
        return Stream.concat(
                        Stream.of(duckDb(sessions, folder), plainSpark(sessions, folder, heap)),
                        dataTable(sessions, folder).stream())
                .toList();
    }

    private static Peer ofJava(String name, Class<?> main, List<String> options, SimulatedSessions sessions, Path out) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                settings(sessions).toString(),
                sessions.files().toString(),
                out.toString()));
        return new Peer(name, out, command);
    }

    private static Path settings(SimulatedSessions sessions) {
        return sessions.home().resolve("jobs/outcomes.yaml");
    }

    /** Checks, keys and writes the sessions. */
    TimedProcess ingest() throws IOException {
        Bench.delete(out);
        return run("ingest");
    }

    /** Sums a month of the sessions that it has written. */
    TimedProcess measure(String month) throws IOException {
        return run("measure", month);
    }

    /** Both in one process. */
    TimedProcess whole(String month) throws IOException {
        Bench.delete(out);
        return run("ingest", "measure", month);
    }

    private TimedProcess run(String... steps) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(steps));
        return TimedProcess.run(Map.of(), all);
    }
}
