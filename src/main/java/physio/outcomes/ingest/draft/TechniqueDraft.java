package physio.outcomes.ingest.draft;

import static physio.outcomes.catalogue.CanonicalColumns.TECHNIQUE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.catalogue.Settings;

/** Drafts the technique: a column that names it, or a column for each that says yes or no. */
final class TechniqueDraft {
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 60;

    private final Settings settings;
    private final Roles roles;
    private final DraftPage page;
    private final TechniqueWords words;

    TechniqueDraft(Settings settings, Roles roles, DraftPage page) {
        this.settings = settings;
        this.roles = roles;
        this.page = page;
        this.words = new TechniqueWords(settings);
    }

    void write() {
        FlagsDraft flags = new FlagsDraft(words, roles, page);
        Optional<SampleColumn> named = roles.named(TECHNIQUE, column -> !flags.isFlag(column) && isList(column));
        Optional<SampleColumn> column = named.or(this::recognised);
        if (column.isPresent() && !(named.isEmpty() && flags.isThere())) {
            roles.take(column.get());
            write(column.get());
        } else if (flags.isThere()) {
            flags.write();
        } else {
            page.question("  # " + TECHNIQUE + ": {from: \"?\"}", "needed: the column that says what was done");
        }
    }

    /** Few values that come again and again, none of them a sentence: free text may say who somebody is. */
    private static boolean isList(SampleColumn column) {
        int distinct = column.distinct().size();
        return column.isEmpty()
                || (column.all(value -> value.length() <= LONGEST_VALUE)
                        && (distinct <= 12 || distinct * 2 <= column.values().size()));
    }

    private Optional<SampleColumn> recognised() {
        return roles.free().stream()
                .filter(TechniqueDraft::isList)
                .filter(column ->
                        column.count(words::isKnown) * 2 > column.values().size())
                .findFirst();
    }

    private void write(SampleColumn column) {
        String from = Yaml.text(column.name());
        if (column.isEmpty() || column.all(words::isKnown)) {
            page.column(TECHNIQUE, "{from: " + from + "}", "the catalogue knows all techniques of the sample");
            return;
        }
        page.line("  " + TECHNIQUE + ":");
        page.line("    from: " + from);
        page.change("    values:", "unknown names, and the code in the catalogue");
        page.comment(
                "      ",
                "The codes are " + String.join(", ", settings.techniques().keySet())
                        + "; several in one session are joined by +.");
        List<Map.Entry<String, Long>> distinct = column.distinct().stream()
                .filter(value -> !words.isKnown(value.getKey()))
                .toList();
        distinct.stream().limit(MOST_VALUES).forEach(value -> value(value.getKey(), value.getValue()));
        if (distinct.size() > MOST_VALUES) {
            page.question(
                    "      # and " + (distinct.size() - MOST_VALUES) + " more",
                    "map them too; 'check' says in which lines they stand");
        }
    }

    private void value(String value, long count) {
        Optional<String> code = words.code(value);
        if (code.isPresent()) {
            page.line("      " + Yaml.quoted(value) + ": " + code.get(), "confirm: a guess by its words");
        } else {
            page.question(
                    "      " + Yaml.quoted(value) + ": \"?\"",
                    "which technique of the catalogue is it? (records of the sample: " + count + ")");
        }
    }
}
