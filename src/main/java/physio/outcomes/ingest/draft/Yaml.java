package physio.outcomes.ingest.draft;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes texts so that YAML reads them back as they are. */
final class Yaml {
    private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_]*( [A-Za-z0-9_]+)*|[1-8]?[0-9]-[1-8]?9";

    private Yaml() {}

    static String text(String text) {
        return text.matches(PLAIN) && !text.equalsIgnoreCase("null") ? text : quoted(text);
    }

    static String quoted(String text) {
        return text.chars().mapToObj(Yaml::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int unit) {
        boolean isPrintable = (unit >= ' ' && unit < 0x7f) || (unit >= 0xa0 && unit < 0x2028);
        if (unit == '"' || unit == '\\') {
            return "\\" + (char) unit;
        }
        if (unit == '\t') {
            return "\\t";
        }
        return isPrintable ? String.valueOf((char) unit) : String.format(Locale.ROOT, "\\u%04x", unit);
    }

    /** A list in brackets, each text in quotes. */
    static String list(Collection<String> texts) {
        return texts.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }
}
