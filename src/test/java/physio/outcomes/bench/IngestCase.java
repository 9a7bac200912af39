package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Simulated sessions checked, keyed, freed of repetitions and written as Parquet: by this pipeline and by a DuckDB script. */
final class IngestCase {
    private static final Pattern LAW = Pattern.compile("([0-9,]+) stored \\+ ([0-9,]+) quarantined");
    private static final String SUMS = "count(*), sum(pain_before), sum(pain_after), sum(mobility_before),"
            + " sum(mobility_after), sum(sleep_score), sum(function_score), sum(stress_score),"
            + " count(DISTINCT session_key), count(DISTINCT patient_key)";

    private final SimulatedSessions sessions;
    private final Path store;
    private final Peer peer;
    private String law = "";

    IngestCase(SimulatedSessions sessions) {
        this.sessions = sessions;
        this.store = sessions.beside("store");
        this.peer = Peer.duckDb(sessions, sessions.beside("ingest-peers"));
    }

    String description() throws IOException {
        return sessions.description() + ", heap 2 GB, DuckDB limit 2 GB";
    }

    TimedProcess ours() throws IOException {
        Bench.delete(store);
        TimedProcess run = TimedProcess.run(
                Map.of("OUTCOMES_JAVA_OPTIONS", "-Xmx2g"),
                List.of(sessions.outcomes(), "ingest", sessions.files().toString(), "--store", store.toString()));
        law = run.output()
                .lines()
                .filter(line -> line.startsWith("Run "))
                .findFirst()
                .orElse("");
        return run;
    }

    TimedProcess peer() throws IOException {
        return peer.ingest();
    }

    /**
     * A sentence that both came to the same numbers.
     *
     * @throws IllegalStateException when they did not
     */
    String compared() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String ours =
                    row(statement, SUMS + " FROM read_parquet('" + store + "/outcomes/sessions/data/**/*.parquet')");
            String theirs = row(statement, SUMS + " FROM read_parquet('" + peer.out() + "/sessions/**/*.parquet')");
            String theirQuarantine = row(
                    statement,
                    "(SELECT count(*) FROM read_parquet('" + peer.out() + "/quarantine.parquet'))"
                            + " + (SELECT count(*) FROM read_parquet('" + peer.out() + "/rejects.parquet'))");
            if (!ours.equals(theirs) || !ourQuarantine().equals(theirQuarantine)) {
                throw new IllegalStateException("The results differ.\nours   " + ours + " quarantined "
                        + ourQuarantine() + "\nDuckDB " + theirs + " quarantined " + theirQuarantine);
            }
            return "Same numbers from both: " + ours + "; quarantined " + theirQuarantine;
        }
    }

    private String ourQuarantine() {
        Matcher matcher = LAW.matcher(law);
        return matcher.find() ? matcher.group(2).replace(",", "") : "none";
    }

    private static String row(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT " + query)) {
            result.next();
            StringBuilder row = new StringBuilder();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.append(i > 1 ? " " : "").append(result.getString(i));
            }
            return row.toString();
        }
    }

    void remove() throws IOException {
        Bench.delete(store);
        Bench.delete(peer.out());
    }
}
