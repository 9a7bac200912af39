package physio.outcomes.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The peer that is best on one machine: DuckDB's scripts, for the {@link PeerSteps} that its arguments name. */
public final class DuckDbScripts {
    private DuckDbScripts() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        PeerSteps steps = PeerSteps.of(arguments);
        Map<String, String> values = steps.values("[", "]");
        values.put("threads", String.valueOf(Runtime.getRuntime().availableProcessors()));
        values.put("files", "'" + steps.files() + "/*.csv'");
        values.put("sessions", "'" + steps.out() + "/sessions'");
        values.put("quarantine", "'" + steps.out() + "/quarantine.parquet'");
        values.put("rejects", "'" + steps.out() + "/rejects.parquet'");
        values.put("outcomes", "'" + steps.out() + "/technique_outcomes.csv'");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            run(statement, "limits-duckdb", values);
            if (steps.isIngest()) {
                run(statement, "ingest-duckdb", values);
            }
            if (steps.month().isPresent()) {
                run(statement, "measure-duckdb", values);
            }
        }
    }

    private static void run(Statement statement, String script, Map<String, String> values)
            throws IOException, SQLException {
        for (String sql : PeerScript.statements(script, values)) {
            statement.execute(sql);
        }
    }
}
