package physio.outcomes.ingest.draft;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file writes where there is no value.
 *
 * @param used in code-point order, as the file spells them
 */
record MissingMarks(List<String> used) {
    private static final Set<String> KNOWN = Set.of(
            "na",
            "n/a",
            "n.a.",
            "nan",
            "null",
            "nil",
            "<undefined>",
            "undefined",
            "<na>",
            "#n/a",
            "missing",
            "-",
            "--",
            "---",
            "–",
            ".",
            "*",
            "?",
            "k.a.",
            "k. a.",
            "k.a",
            "ka",
            "keine angabe",
            "fehlt",
            "leer");

    static MissingMarks of(List<List<String>> rows) {
        TreeSet<String> used = new TreeSet<>();
        rows.forEach(row -> row.stream()
                .map(String::strip)
                .filter(value -> KNOWN.contains(value.toLowerCase(Locale.ROOT)))
                .forEach(used::add));
        return new MissingMarks(List.copyOf(used));
    }
}
