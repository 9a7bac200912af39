package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The CSV files that cases run on; made on first use and kept.
 *
 * @param home the project
 * @param files their folder
 */
record SimulatedSessions(Path home, Path files) {

    static SimulatedSessions of(Path home, long sessions) throws IOException {
        Path folder = Files.createDirectories(home.resolve("target/bench"));
        SimulatedSessions made = new SimulatedSessions(home, folder.resolve("sessions-" + sessions));
        if (!Files.exists(made.files)) {
            TimedProcess.run(
                    Map.of(),
                    List.of(
                            made.outcomes(),
                            "simulate",
                            "--sessions",
                            String.valueOf(sessions),
                            "--out",
                            made.files.toString()));
        }
        return made;
    }

    /** The program. */
    String outcomes() {
        return home.resolve("jobs/outcomes").toString();
    }

    /** A path beside the files. */
    Path beside(String name) {
        return files.resolveSibling(name);
    }

    /** How many files and MB, and on what machine. */
    String description() throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            List<Path> csv =
                    all.filter(file -> file.toString().endsWith(".csv")).toList();
            long bytes = csv.stream().mapToLong(file -> file.toFile().length()).sum();
            return String.format(
                    Locale.ROOT,
                    "%d files, %d MB, %d processors, Java %s",
                    csv.size(),
                    bytes >> 20,
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"));
        }
    }
}
