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

/** The peer of {@code outcomes ingest}: one process that runs DuckDB's script; arguments are settings, input folder, output folder. */
public final class DuckDbIngest {
    private DuckDbIngest() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Settings settings = SettingsReader.read(List.of(Path.of(arguments[0])), Map.of());
        Path out = Files.createDirectories(Path.of(arguments[2]));
        String script = script().replace(
                        ":threads", String.valueOf(Runtime.getRuntime().availableProcessors()))
                .replace(":files", "'" + arguments[1] + "/*.csv'")
                .replace(":secret", "'0123456789abcdef'")
                .replace(":as_of", "DATE '2026-01-01'")
                .replace(":techniques", list(settings.techniques().keySet()))
                .replace(":regions", list(settings.regions().keySet()))
                .replace(":sessions", "'" + out + "/sessions'")
                .replace(":quarantine", "'" + out + "/quarantine.parquet'")
                .replace(":rejects", "'" + out + "/rejects.parquet'");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\\s*\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String script() throws IOException {
        try (var text = DuckDbIngest.class.getResourceAsStream("/bench/ingest-duckdb.sql")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String list(Set<String> codes) {
        return "[" + codes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", ")) + "]";
    }
}
