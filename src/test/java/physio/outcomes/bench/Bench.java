package physio.outcomes.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code jobs/bench CASE [SIZE] [RUNS]}: makes its data, runs this pipeline and its peer, checks that both came to the same numbers,
 * and prints medians, spread and ratios; writes {@code target/bench/CASE-SIZE.json} and {@code .md} too.
 */
public final class Bench {
    /** Of the mixed model, which the peer holds in memory row by row. */
    private static final long MIXED_SESSIONS = 200_000;

    private static final Map<String, Long> SIZES = Map.of("ingest", 5_000_000L, "compare", 5_000_000L, "report", 200L);

    private Bench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        String name = arguments.length > 0 ? arguments[0] : "";
        if (!SIZES.containsKey(name) || arguments.length > 3) {
            System.err.println("Usage: jobs/bench (ingest|compare) [SESSIONS (default 5000000)] [RUNS (default 3)]\n"
                    + "       jobs/bench report [CLINICS (default 200)] [RUNS (default 3)]");
            System.exit(2);
        }
        long size = arguments.length > 1 ? Long.parseLong(arguments[1]) : SIZES.getOrDefault(name, 0L);
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path home = Path.of(System.getProperty("outcomes.home"));
        switch (name) {
            case "ingest" -> ingest(home, size, runs);
            case "compare" -> compare(home, size, runs);
            default -> report(home, Math.toIntExact(size), runs);
        }
    }

    private static void ingest(Path home, long sessions, int runs) throws IOException, SQLException {
        IngestCase ingest = new IngestCase(SimulatedSessions.of(home, sessions));
        Series ours = new Series("outcomes ingest");
        Series peer = new Series("DuckDB");
        for (int i = 0; i < runs; i++) {
            ours.add(ingest.ours());
            peer.add(ingest.peer());
            told(i, runs);
        }
        System.out.println(ingest.compared());
        report(home, "ingest-" + sessions, ingest.description(), List.of(ours, peer), peer);
        ingest.remove();
    }

    private static void compare(Path home, long sessions, int runs) throws IOException {
        CompareCase compare = new CompareCase(SimulatedSessions.of(home, sessions));
        Series ours = new Series("outcomes compare");
        for (int i = 0; i < runs; i++) {
            ours.add(compare.ours());
            told(i, runs);
        }
        report(home, "compare-" + sessions, compare.description(), List.of(ours), ours);
        compare.remove();
        CompareCase small = new CompareCase(SimulatedSessions.of(home, MIXED_SESSIONS));
        List<String> mixed = new MixedCase(home, small.store()).lines(runs);
        System.out.println();
        mixed.forEach(System.out::println);
        Files.write(home.resolve("target/bench/mixed-" + MIXED_SESSIONS + ".md"), mixed);
    }

    private static void report(Path home, int clinics, int runs) throws IOException {
        ReportCase report = new ReportCase(SimulatedSessions.ofClinics(home, clinics));
        Series html = new Series("outcomes report, HTML");
        Series pdf = new Series("outcomes report, HTML and PDF");
        for (int i = 0; i < runs; i++) {
            html.add(report.ours("html"));
            pdf.add(report.ours("html,pdf"));
            told(i, runs);
        }
        report(home, "report-" + clinics, report.description(), List.of(html, pdf), html);
        report.remove();
    }

    private static void told(int run, int runs) {
        System.err.printf(Locale.ROOT, "run %d of %d%n", run + 1, runs);
    }

    private static void report(Path home, String name, String description, List<Series> all, Series peer)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                description,
                "",
                "| | seconds, median (range) | CPU seconds | peak MB | times " + peer.name() + " |",
                "|---|---|---|---|---|"));
        all.forEach(series -> lines.add(series.row(peer)));
        System.out.println();
        lines.forEach(System.out::println);
        Path folder = Files.createDirectories(home.resolve("target/bench"));
        Files.write(folder.resolve(name + ".md"), lines);
        Files.writeString(
                folder.resolve(name + ".json"),
                "{\"case\": \"" + description + "\", \"series\": ["
                        + all.stream().map(Series::json).collect(Collectors.joining(", ")) + "]}\n");
    }

    /** Removes a folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
