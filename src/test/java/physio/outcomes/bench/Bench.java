package physio.outcomes.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code jobs/bench ingest [SESSIONS] [RUNS]}: makes its data, runs this pipeline and its peer in turn, checks that both came to the same
 * numbers, and prints medians, spread and ratios; writes {@code target/bench/ingest-SESSIONS.json} too.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length == 0 || !arguments[0].equals("ingest") || arguments.length > 3) {
            System.err.println("Usage: jobs/bench ingest [SESSIONS (default 5000000)] [RUNS (default 3)]");
            System.exit(2);
        }
        long sessions = arguments.length > 1 ? Long.parseLong(arguments[1]) : 5_000_000;
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path home = Path.of(System.getProperty("outcomes.home"));
        IngestCase ingest = new IngestCase(home, sessions);
        Series ours = new Series("outcomes ingest");
        Series peer = new Series("DuckDB");
        for (int i = 0; i < runs; i++) {
            ours.add(ingest.ours());
            peer.add(ingest.peer());
            System.err.printf(Locale.ROOT, "run %d of %d%n", i + 1, runs);
        }
        System.out.println(ingest.compared());
        report(home, "ingest-" + sessions, ingest.description(), List.of(ours, peer), peer);
        ingest.remove();
    }

    private static void report(Path home, String name, String description, List<Series> all, Series peer)
            throws IOException {
        System.out.println();
        System.out.println(description);
        System.out.println();
        System.out.println("| | seconds, median (range) | peak MB | times " + peer.name() + " |");
        System.out.println("|---|---|---|---|");
        all.forEach(series -> System.out.println(series.row(peer)));
        Files.writeString(
                Files.createDirectories(home.resolve("target/bench")).resolve(name + ".json"),
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
