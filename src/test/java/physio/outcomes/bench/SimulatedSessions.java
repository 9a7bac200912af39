package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import physio.outcomes.ingest.simulate.Simulation;
import physio.outcomes.ingest.simulate.SimulationPlan;

/**
 * The CSV files that cases run on; made on first use and kept.
 *
 * @param home the project
 * @param files their folder
 */
record SimulatedSessions(Path home, Path files) {
    private static final int MONTHS = 24;
    /** As in the sample data: 185 a month. */
    private static final long SESSIONS_OF_A_CLINIC = MONTHS * 185;

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

    /** Two years of many clinics, which the command does not offer. */
    static SimulatedSessions ofClinics(Path home, int clinics) throws IOException {
        return of(
                home,
                "clinics-" + clinics,
                new SimulationPlan(SESSIONS_OF_A_CLINIC * clinics, 1, YearMonth.of(2023, 1), MONTHS, clinics));
    }

    /** Years of the twelve clinics, and one month more. */
    static SimulatedSessions ofMonths(Path home, long sessions, int months) throws IOException {
        return of(home, "months-" + sessions, new SimulationPlan(sessions, 1, YearMonth.of(2019, 1), months, 12));
    }

    private static SimulatedSessions of(Path home, String name, SimulationPlan plan) throws IOException {
        Path folder = Files.createDirectories(home.resolve("target/bench"));
        SimulatedSessions made = new SimulatedSessions(home, folder.resolve(name));
        if (!Files.exists(made.files)) {
            Simulation.write(plan, made.files, written -> {});
        }
        return made;
    }

    /** The files of the months, the oldest first. */
    List<Path> months() throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    /** The last of them. */
    Path newest() throws IOException {
        return months().get(months().size() - 1);
    }

    /** The last month, as {@code 2024-06}. */
    String newestMonth() throws IOException {
        return newest().getFileName().toString().replaceAll("sessions-|\\.csv", "");
    }

    /** A store of them; they are taken in unless an earlier run has. */
    Path store() throws IOException {
        Path store = beside(files.getFileName() + "-store");
        Path whole = beside(store.getFileName() + "-is-whole");
        if (!Files.exists(whole)) {
            Bench.delete(store);
            TimedProcess.run(
                    Map.of("OUTCOMES_JAVA_OPTIONS", "-Xmx3g"),
                    List.of(outcomes(), "ingest", files.toString(), "--store", store.toString()));
            Files.createFile(whole);
        }
        return store;
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
        long bytes = months().stream().mapToLong(file -> file.toFile().length()).sum();
        return String.format(
                Locale.ROOT,
                "%d files, %d MB, %d processors, Java %s",
                months().size(),
                bytes >> 20,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
    }
}
