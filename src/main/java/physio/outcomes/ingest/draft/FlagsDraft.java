package physio.outcomes.ingest.draft;

import static physio.outcomes.catalogue.CanonicalColumns.TECHNIQUE;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import physio.outcomes.catalogue.TechniqueNames;

/** Drafts techniques that have a column each. */
final class FlagsDraft {
    private static final Set<String> YES = Set.of("yes", "y", "ja", "j", "x", "1", "true", "wahr");
    private static final Set<String> NO = Set.of("no", "n", "nein", "0", "false", "falsch");

    private final TechniqueWords words;
    private final Roles roles;
    private final DraftPage page;
    private final List<SampleColumn> flags;

    FlagsDraft(TechniqueWords words, Roles roles, DraftPage page) {
        this.words = words;
        this.roles = roles;
        this.page = page;
        this.flags = roles.free().stream().filter(this::isFlag).toList();
    }

    /** Whether a column is named like a technique and says nothing but yes and no. */
    boolean isFlag(SampleColumn column) {
        return words.single(column.name()).isPresent()
                && column.values().stream()
                        .map(TechniqueNames::folded)
                        .allMatch(text -> YES.contains(text) || NO.contains(text));
    }

    /** One column alone tells a technique from its absence, which is another technique: that takes a value map. */
    boolean isThere() {
        return flags.size() > 1;
    }

    void write() {
        page.line("  " + TECHNIQUE + ":");
        page.change("    flags:", "a column for each technique; all that say yes are joined");
        flags.forEach(this::flag);
        page.line("    yes: " + Yaml.list(used(YES)));
        page.line("    no: " + Yaml.list(used(NO)), "empty means no too; any other text goes to quarantine");
    }

    private void flag(SampleColumn column) {
        roles.take(column);
        String line = "      " + Yaml.text(column.name()) + ": "
                + words.single(column.name()).orElseThrow();
        if (words.isKnown(column.name())) {
            page.line(line);
        } else {
            page.line(line, "confirm: a guess by its words");
        }
    }

    /** The words that the file uses; if none, those that it would. */
    private Set<String> used(Set<String> meaning) {
        Set<String> used = new TreeSet<>();
        flags.forEach(column -> column.values().stream()
                .map(TechniqueNames::folded)
                .filter(meaning::contains)
                .forEach(used::add));
        return used.isEmpty() ? new TreeSet<>(meaning) : used;
    }
}
