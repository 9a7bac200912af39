package physio.outcomes.ingest.draft;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes texts so that YAML reads them back as they are. */
final class Yaml {
    private static final String WORD = "[\\p{L}0-9_.()/-]+";
    private static final Pattern PLAIN = Pattern.compile("(?=[\\p{L}_])" + WORD + "( " + WORD + ")*");

    private Yaml() {}

    static String text(String text) {
        return PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null") ? text : quoted(text);
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
