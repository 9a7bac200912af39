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

    /** A case, and the size it has when none is given. */
    private static final Map<String, Long> SIZES = Map.of(
            "small",
            0L,
            "ingest",
            5_000_000L,
            "run",
            5_000_000L,
            "month",
            5_080_000L,
            "compare",
            5_000_000L,
            "scale",
            50_000_000L,
            "report",
            200L);

    private static final int MONTHS = 61;

    private static final List<Long> TENTHS = List.of(1L, 3L, 10L);

    /** In GB. */
    private static final int SCALE_HEAP = 4;

    private final Path home;
    private final int runs;

    private Bench(Path home, int runs) {
        this.home = home;
        this.runs = runs;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        String name = arguments.length > 0 ? arguments[0] : "";
        if (!SIZES.containsKey(name) || arguments.length > 3) {
            System.err.print("""
                    Usage: jobs/bench (ingest|run|month|compare) [SESSIONS (default 5000000)] [RUNS (default 3)]
                           jobs/bench scale [SESSIONS, of which a tenth, three tenths and all are taken (default 50000000)] [RUNS (default 3)]
                           jobs/bench report [CLINICS (default 200)] [RUNS (default 3)]
                           jobs/bench small 0 [RUNS (default 3)]
                    """);
            System.exit(2);
        }
        long size = arguments.length > 1 ? Long.parseLong(arguments[1]) : SIZES.getOrDefault(name, 0L);
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Bench bench = new Bench(Path.of(System.getProperty("outcomes.home")), runs);
        switch (name) {
            case "small" -> bench.small();
            case "ingest" -> bench.ingest(size);
            case "run" -> bench.run(size);
            case "month" -> bench.month(size);
            case "compare" -> bench.compare(size);
            case "scale" -> bench.scale(size);
            default -> bench.report(Math.toIntExact(size));
        }
    }

    private void small() throws IOException {
        SmallCase small = new SmallCase(home);
        Series whole = new Series("outcomes run");
        Series monthly = new Series("outcomes ingest, report");
        Series peer = new Series("DuckDB, no pages");
        for (int i = 0; i < runs; i++) {
            whole.add(small.whole());
            monthly.add(small.monthly());
            peer.add(small.duckDb());
            told(i);
        }
        report("small", small.description(), List.of(whole, monthly, peer), peer);
        small.remove();
    }

    private void run(long sessions) throws IOException {
        RunCase run = new RunCase(SimulatedSessions.of(home, sessions), 3);
        Series whole = new Series("outcomes ingest, report");
        Series ingest = new Series("of which ingest");
        Series report = new Series("of which report");
        Series peer = new Series("DuckDB, no pages");
        for (int i = 0; i < runs; i++) {
            TimedProcess first = run.ingest();
            TimedProcess second = run.report();
            whole.add(first.and(second));
            ingest.add(first);
            report.add(second);
            peer.add(run.peer());
            told(i);
        }
        System.out.println(run.compared());
        report(
                "run-" + sessions,
                run.description() + ", DuckDB limit 2 GB",
                List.of(whole, ingest, report, peer),
                peer);
        run.remove();
    }

    /** From files to figures, one size after the other: a tenth of the sessions, three tenths, all. */
    private void scale(long sessions) throws IOException {
        List<Series> sizes = new ArrayList<>();
        for (long tenths : TENTHS) {
            long size = sessions / 10 * tenths;
            RunCase run = new RunCase(SimulatedSessions.of(home, size), SCALE_HEAP);
            Series ingest = new Series(String.format(Locale.ROOT, "%,d: ingest", size));
            Series report = new Series(String.format(Locale.ROOT, "%,d: report", size));
            Series whole = new Series(String.format(Locale.ROOT, "%,d: both", size));
            for (int i = 0; i < runs; i++) {
                TimedProcess first = run.ingest();
                TimedProcess second = run.report();
                ingest.add(first);
                report.add(second);
                whole.add(first.and(second));
                told(i);
            }
            run.remove();
            sizes.addAll(List.of(ingest, report, whole));
        }
        String description = "Simulated sessions, heap " + SCALE_HEAP + " GB";
        report("scale-" + sessions, description, sizes, sizes.get(2));
    }

    private void month(long sessions) throws IOException {
        MonthCase month = new MonthCase(SimulatedSessions.ofMonths(home, sessions, MONTHS));
        Series history = new Series("a month more");
        Series nothing = new Series("the first month");
        for (int i = 0; i < runs; i++) {
            history.add(month.onHistory());
            nothing.add(month.onNothing());
            told(i);
        }
        report("month-" + sessions, month.description(), List.of(history, nothing), nothing);
        month.remove();
    }

    private void ingest(long sessions) throws IOException, SQLException {
        IngestCase ingest = new IngestCase(SimulatedSessions.of(home, sessions));
        Series ours = new Series("outcomes ingest");
        Series peer = new Series("DuckDB");
        for (int i = 0; i < runs; i++) {
            ours.add(ingest.ours());
            peer.add(ingest.peer());
            told(i);
        }
        System.out.println(ingest.compared());
        report("ingest-" + sessions, ingest.description(), List.of(ours, peer), peer);
        ingest.remove();
    }

    private void compare(long sessions) throws IOException {
        CompareCase compare = new CompareCase(SimulatedSessions.of(home, sessions));
        Series ours = new Series("outcomes compare");
        for (int i = 0; i < runs; i++) {
            ours.add(compare.ours());
            told(i);
        }
        report("compare-" + sessions, compare.description(), List.of(ours), ours);
        compare.remove();
        CompareCase small = new CompareCase(SimulatedSessions.of(home, MIXED_SESSIONS));
        List<String> mixed = new MixedCase(home, small.store()).lines(runs);
        System.out.println();
        mixed.forEach(System.out::println);
        Files.write(home.resolve("target/bench/mixed-" + MIXED_SESSIONS + ".md"), mixed);
    }

    private void report(int clinics) throws IOException {
        ReportCase report = new ReportCase(SimulatedSessions.ofClinics(home, clinics));
        Series html = new Series("outcomes report, HTML");
        Series pdf = new Series("outcomes report, HTML and PDF");
        for (int i = 0; i < runs; i++) {
            html.add(report.ours("html"));
            pdf.add(report.ours("html,pdf"));
            told(i);
        }
        report("report-" + clinics, report.description(), List.of(html, pdf), html);
        report.remove();
    }

    private void told(int run) {
        System.err.printf(Locale.ROOT, "run %d of %d%n", run + 1, runs);
    }

    private void report(String name, String description, List<Series> all, Series peer) throws IOException {
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
