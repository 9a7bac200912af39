package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** From CSV files to the figures of their last month: {@code ingest} and {@code report}, and what its peers do for the same. */
final class RunCase {
    /** CSV of this program holds 12 significant digits. */
    private static final double SAME = 1e-9;

    private static final List<String> KEY = List.of("clinic_id", "measure", "window", "technique");

    /** Of fewer patients than others are shown of. */
    private static final List<String> QUANTILES = List.of("change_median", "change_q1", "change_q3");

    private final SimulatedSessions sessions;
    private final int heap;
    private final Workplaces workplace;
    private final List<Peer> peers;
    private final String month;

    /** With a heap of so many GB. */
    RunCase(SimulatedSessions sessions, int heap) throws IOException {
        this(sessions, heap, List.of(sessions.outcomes()));
    }

    /** The same on a cluster: the heap is that of the program itself. */
    static RunCase onCluster(SimulatedSessions sessions, int heap, String master) throws IOException {
        String submit = sessions.home().resolve("jobs/submit").toString();
        return new RunCase(
                sessions,
                heap,
                List.of(
                        submit,
                        "--master",
                        master,
                        "--driver-memory",
                        heap + "g",
                        "--conf",
                        "spark.outcomes.sharedFiles=true"));
    }

    private RunCase(SimulatedSessions sessions, int heap, List<String> program) throws IOException {
        this.sessions = sessions;
        this.heap = heap;
        this.workplace = new Workplaces(
                program, sessions.beside("run-store"), sessions.beside("run-reports"), "-Xmx" + heap + "g");
        this.peers = Peer.all(sessions, sessions.beside("run-peers"), heap);
        this.month = sessions.newestMonth();
    }

    String description() throws IOException {
        return sessions.description() + ", heap " + heap + " GB";
    }

    TimedProcess ingest() throws IOException {
        workplace.remove();
        return workplace.ingest(List.of(sessions.files()));
    }

    TimedProcess report() throws IOException {
        return workplace.run("report", List.of("--month", month, "--format", "html", "--force"));
    }

    /** Here and at all peers. */
    void store() throws IOException {
        ingest();
        for (Peer peer : peers) {
            peer.ingest();
        }
    }

    List<Peer> peers() {
        return peers;
    }

    TimedProcess peer(Peer peer) throws IOException {
        return peer.whole(month);
    }

    /** A peer's figures alone, of the sessions that it has written. */
    TimedProcess measuredBy(Peer peer) throws IOException {
        return peer.measure(month);
    }

    /**
     * A sentence that all came to the same numbers, in what this program shows.
     *
     * @throws IllegalStateException when they did not
     */
    String compared() throws IOException {
        int figures = 0;
        for (Peer peer : peers) {
            figures = compared(peer);
        }
        return String.format(Locale.ROOT, "Same numbers from all: %,d figures of %s", figures, month);
    }

    private int compared(Peer peer) throws IOException {
        Map<List<String>, CSVRecord> ours = rows(workplace.reports().resolve(month + "/tables/technique_outcomes.csv"));
        Map<List<String>, CSVRecord> theirs = rows(peer.out().resolve("technique_outcomes.csv"));
        if (!ours.keySet().equals(theirs.keySet())) {
            throw new IllegalStateException("The rows of " + peer.name() + " differ");
        }
        int figures = 0;
        for (Map.Entry<List<String>, CSVRecord> row : theirs.entrySet()) {
            CSVRecord own = Objects.requireNonNull(ours.get(row.getKey()));
            if (own.get("suppressed").equals("false")) {
                for (String column : row.getValue().toMap().keySet()) {
                    boolean isProtected =
                            QUANTILES.contains(column) && own.get(column).isEmpty();
                    if (!KEY.contains(column) && !isProtected) {
                        check(
                                peer.name() + ": " + row.getKey(),
                                column,
                                own.get(column),
                                row.getValue().get(column));
                        figures++;
                    }
                }
            }
        }
        return figures;
    }

    private static void check(String row, String column, String own, String their) {
        if (!isSame(own, their)) {
            throw new IllegalStateException(
                    "The results differ in " + row + ", " + column + ": " + own + " here, " + their + " there");
        }
    }

    private static boolean isSame(String own, String their) {
        if (own.isEmpty() || their.isEmpty()) {
            return own.equals(their);
        }
        double value = Double.parseDouble(own);
        return Math.abs(value - Double.parseDouble(their)) <= SAME * Math.max(1, Math.abs(value));
    }

    private static Map<List<String>, CSVRecord> rows(Path file) throws IOException {
        Map<List<String>, CSVRecord> rows = new LinkedHashMap<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
            parser.forEach(row -> rows.put(KEY.stream().map(row::get).toList(), row));
        }
        return rows;
    }

    void remove() throws IOException {
        workplace.remove();
        for (Peer peer : peers) {
            Bench.delete(peer.out());
        }
    }
}
