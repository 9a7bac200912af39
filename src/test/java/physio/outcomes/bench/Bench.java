package physio.outcomes.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            "measure",
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

    private static final String USAGE = """
            Usage: jobs/bench (ingest|measure|run|month|compare) [SESSIONS (default 5000000)] [RUNS (default 3)]
                   jobs/bench scale [SESSIONS, of which a tenth, three tenths and all are taken (default 50000000)] [RUNS (default 3)]
                              [--master URL: on a Spark cluster whose machines share this folder; memory and CPU are of the program alone then]
                   jobs/bench report [CLINICS (default 200)] [RUNS (default 3)]
                   jobs/bench small 0 [RUNS (default 3)]
            """;

    private static final int MONTHS = 61;

    private static final List<Long> TENTHS = List.of(1L, 3L, 10L);

    /** In GB. */
    private static final int HEAP = 3;

    private static final int SCALE_HEAP = 4;

    private final Path home;
    private final int runs;

    /** Of the cluster that {@code scale} runs on; absent for this machine. */
    private final Optional<String> master;

    private Bench(Path home, int runs, Optional<String> master) {
        this.home = home;
        this.runs = runs;
        this.master = master;
    }

    public static void main(String[] words) throws IOException, SQLException {
        boolean hasMaster = words.length > 2 && words[words.length - 2].equals("--master");
        String[] arguments = Arrays.copyOf(words, words.length - (hasMaster ? 2 : 0));
        String name = arguments.length > 0 ? arguments[0] : "";
        if (!SIZES.containsKey(name) || arguments.length > 3 || (hasMaster && !name.equals("scale"))) {
            System.err.print(USAGE);
            System.exit(2);
        }
        long size = arguments.length > 1 ? Long.parseLong(arguments[1]) : SIZES.getOrDefault(name, 0L);
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Bench bench = new Bench(
                Path.of(System.getProperty("outcomes.home")),
                runs,
                hasMaster ? Optional.of(words[words.length - 1]) : Optional.empty());
        switch (name) {
            case "small" -> bench.small();
            case "ingest" -> bench.ingest(size);
            case "measure" -> bench.measure(size);
            case "run" -> bench.run(size);
            case "month" -> bench.month(size);
            case "compare" -> bench.compare(size);
            case "scale" -> bench.scale(size);
            default -> bench.report(Math.toIntExact(size));
        }
    }

    private void small() throws IOException {
        SmallCase small = new SmallCase(home);
        Contest contest = new Contest();
        contest.add("outcomes run", small::whole);
        contest.add("outcomes run --without-comparison", small::month);
        contest.add("outcomes ingest, report", small::monthly);
        Series peer = contest.addPeers(small.peers(), one -> () -> small.peer(one));
        report("small", small.description(), contest.run(runs), peer);
        small.remove();
    }

    private void run(long sessions) throws IOException {
        RunCase run = new RunCase(SimulatedSessions.of(home, sessions), HEAP);
        Contest contest = new Contest();
        Series ingest = contest.add("of which ingest", run::ingest);
        Series report = contest.add("of which report", run::report);
        Series peer = contest.addPeers(run.peers(), one -> () -> run.peer(one));
        List<Series> all = new ArrayList<>(contest.run(runs));
        all.add(0, Series.sum("outcomes ingest, report", ingest, report));
        System.out.println(run.compared());
        report("run-" + sessions, run.description() + ", DuckDB limit 2 GB", all, peer);
        run.remove();
    }

    /** The figures alone, each of the sessions that it has stored itself. */
    private void measure(long sessions) throws IOException {
        RunCase run = new RunCase(SimulatedSessions.of(home, sessions), HEAP);
        run.store();
        Contest contest = new Contest();
        contest.add("outcomes report", run::report);
        Series peer = contest.addPeers(run.peers(), one -> () -> run.measuredBy(one));
        List<Series> all = contest.run(runs);
        System.out.println(run.compared());
        report("measure-" + sessions, run.description() + ", DuckDB limit 2 GB", all, peer);
        run.remove();
    }

    /** From files to figures, one size after the other: a tenth of the sessions, three tenths, all. */
    private void scale(long sessions) throws IOException {
        List<Series> sizes = new ArrayList<>();
        for (long tenths : TENTHS) {
            String size = String.format(Locale.ROOT, "%,d: ", sessions / 10 * tenths);
            SimulatedSessions some = SimulatedSessions.of(home, sessions / 10 * tenths);
            RunCase run = master.isPresent()
                    ? RunCase.onCluster(some, SCALE_HEAP, master.orElseThrow())
                    : new RunCase(some, SCALE_HEAP);
            Contest contest = new Contest();
            Series ingest = contest.add(size + "ingest", run::ingest);
            Series report = contest.add(size + "report", run::report);
            sizes.addAll(contest.run(runs));
            sizes.add(Series.sum(size + "both", ingest, report));
            run.remove();
        }
        String description = "Simulated sessions, heap " + SCALE_HEAP + " GB"
                + master.map(url -> ", on " + url).orElse("");
        report("scale-" + sessions, description, sizes, sizes.get(2));
    }

    private void month(long sessions) throws IOException {
        MonthCase month = new MonthCase(SimulatedSessions.ofMonths(home, sessions, MONTHS));
        Contest contest = new Contest();
        contest.add("a month more", month::onHistory);
        Series nothing = contest.add("the first month", month::onNothing);
        report("month-" + sessions, month.description(), contest.run(runs), nothing);
        month.remove();
    }

    private void ingest(long sessions) throws IOException, SQLException {
        IngestCase ingest = new IngestCase(SimulatedSessions.of(home, sessions));
        Contest contest = new Contest();
        contest.add("outcomes ingest", ingest::ours);
        Series peer = contest.add("DuckDB", ingest::peer);
        List<Series> all = contest.run(runs);
        System.out.println(ingest.compared());
        report("ingest-" + sessions, ingest.description(), all, peer);
        ingest.remove();
    }

    private void compare(long sessions) throws IOException {
        CompareCase compare = new CompareCase(SimulatedSessions.of(home, sessions));
        Contest contest = new Contest();
        Series ours = contest.add("outcomes compare", compare::ours);
        report("compare-" + sessions, compare.description(), contest.run(runs), ours);
        compare.remove();
        CompareCase small = new CompareCase(SimulatedSessions.of(home, MIXED_SESSIONS));
        List<String> mixed = new MixedCase(home, small.store()).lines(runs);
        System.out.println();
        mixed.forEach(System.out::println);
        Files.write(home.resolve("target/bench/mixed-" + MIXED_SESSIONS + ".md"), mixed);
    }

    private void report(int clinics) throws IOException {
        ReportCase report = new ReportCase(SimulatedSessions.ofClinics(home, clinics));
        Contest contest = new Contest();
        Series html = contest.add("outcomes report, HTML", () -> report.ours("html"));
        contest.add("outcomes report, HTML and PDF", () -> report.ours("html,pdf"));
        report("report-" + clinics, report.description(), contest.run(runs), html);
        report.remove();
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
