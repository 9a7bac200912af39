package physio.outcomes.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Settings;

/** A peer's statements, from {@code src/test/resources/bench}. */
final class PeerScript {
    private PeerScript() {}

    /**
     * The statements of a script.
     *
     * @param values what stands for each of its {@code :names}
     */
    static List<String> statements(String name, Map<String, String> values) throws IOException {
        String text = text(name);
        for (Map.Entry<String, String> value : values.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, String> entry) -> -entry.getKey().length()))
                .toList()) {
            text = text.replace(":" + value.getKey(), value.getValue());
        }
        return Arrays.stream(text.split(";\\s*\n", -1))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    private static String text(String name) throws IOException {
        try (var resource = PeerScript.class.getResourceAsStream("/bench/" + name + ".sql")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the checks of all peers go by; lists in a peer's words. */
    static Map<String, String> checks(Settings settings, String openList, String closeList) throws IOException {
        Map<String, String> values = new HashMap<>();
        values.put("secret", "'0123456789abcdef'");
        values.put("as_of", "DATE '2026-01-01'");
        values.put("techniques", list(settings.techniques().keySet(), openList, closeList));
        values.put("regions", list(settings.regions().keySet(), openList, closeList));
        // On one line: a script's comments name it too.
        values.put("session_is_sound", text("session-is-sound").strip().replaceAll("\\s+", " "));
        return values;
    }

    private static String list(Set<String> codes, String open, String close) {
        return codes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", ", open, close));
    }
}
