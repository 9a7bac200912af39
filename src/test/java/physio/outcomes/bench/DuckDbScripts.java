package physio.outcomes.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/**
 * The peer of {@code outcomes ingest} and, with a month, of its figures too: one process that runs DuckDB's scripts; arguments are settings, input
 * folder, output folder, and the month as {@code YYYY-MM}.
 */
public final class DuckDbScripts {
    private DuckDbScripts() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Settings settings = SettingsReader.read(List.of(Path.of(arguments[0])), Map.of());
        Path out = Files.createDirectories(Path.of(arguments[2]));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            run(
                    statement,
                    script("ingest")
                            .replace(
                                    ":threads",
                                    String.valueOf(Runtime.getRuntime().availableProcessors()))
                            .replace(":files", "'" + arguments[1] + "/*.csv'")
                            .replace(":secret", "'0123456789abcdef'")
                            .replace(":as_of", "DATE '2026-01-01'")
                            .replace(":techniques", list(settings.techniques().keySet()))
                            .replace(":regions", list(settings.regions().keySet()))
                            .replace(":sessions", "'" + out + "/sessions'")
                            .replace(":quarantine", "'" + out + "/quarantine.parquet'")
                            .replace(":rejects", "'" + out + "/rejects.parquet'"));
            if (arguments.length > 3) {
                run(
                        statement,
                        script("measure")
                                .replace(":sessions", "'" + out + "/sessions'")
                                .replace(":month", "DATE '" + arguments[3] + "-01'")
                                .replace(":outcomes", "'" + out + "/technique_outcomes.csv'"));
            }
        }
    }

    private static void run(Statement statement, String script) throws SQLException {
        for (String sql : script.split(";\\s*\n", -1)) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
    }

    private static String script(String name) throws IOException {
        try (var text = DuckDbScripts.class.getResourceAsStream("/bench/" + name + "-duckdb.sql")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String list(Set<String> codes) {
        return "[" + codes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", ")) + "]";
    }
}
