package physio.outcomes.ingest.draft;

import java.util.Locale;
import java.util.Optional;
import physio.outcomes.catalogue.Settings;

/**
 * A mapping as far as it can be told from the start of a file, for an analyst to confirm.
 *
 * @param yaml the mapping, with comments that say why each guess was made
 * @param questions how many lines cannot be used as they are: what they ask stands behind them
 */
public record MappingDraft(String yaml, int questions) {

    /**
     * Drafts a mapping; the same start and settings give the same text.
     *
     * @return absent when the file is canonical already
     * @throws physio.outcomes.domain.UserException when it does not look like a CSV file with a header
     */
    public static Optional<MappingDraft> of(FileStart start, Settings settings) {
        Sample sample = Sample.of(start);
        DraftPage page = new DraftPage();
        Roles roles = new Roles(sample);
        page.line("# A draft of a mapping, made from the header and " + String.format(Locale.ROOT, "%,d", sample.rows())
                + " records of " + start.name() + ".");
        page.line(
                "# Confirm every line; answer where a line asks (?) or begins with #. What each key means is shown in");
        page.line("# jobs/mappings/german-semicolon.yaml and jobs/mappings/wide-yes-no.yaml.");
        csv(sample, page);
        where(sample, page);
        page.line("columns:");
        new IdDraft(roles, page).write();
        new DateDraft(roles, page).write();
        new TechniqueDraft(settings, roles, page).write();
        new ScoresDraft(settings, roles, page, sample.hasDecimalComma() ? ',' : '.').write();
        new CodesDraft(settings, roles, page).write();
        ignored(roles, page);
        return page.isChanging() ? Optional.of(new MappingDraft(page.yaml(), page.questions())) : Optional.empty();
    }

    private static void csv(Sample sample, DraftPage page) {
        page.line("csv:");
        written(
                page,
                "delimiter",
                ",",
                String.valueOf(sample.layout().delimiter()),
                "cuts the lines of the sample alike");
        written(page, "charset", "UTF-8", sample.text().charset(), sample.text().why());
        written(
                page,
                "decimal",
                ".",
                sample.hasDecimalComma() ? "," : ".",
                sample.hasDecimalComma() ? "numbers of the sample are written 1,5" : "no decimal comma in the sample");
        written(page, "skip_lines", "0", String.valueOf(sample.layout().skippedLines()), "lines above the header");
        if (!sample.missing().isEmpty()) {
            page.change("  missing: " + Yaml.list(sample.missing()), "confirm: taken for \"no value\" in all columns");
        }
    }

    /** A column that says of each row whether it is meant: {@code is_patient}. */
    private static void where(Sample sample, DraftPage page) {
        sample.columns().stream()
                .filter(column -> column.words().words().indexOf("is") == 0)
                .filter(column -> column.all(value -> value.matches("[01]"))
                        && column.distinct().size() == 2)
                .forEach(column -> page.line(
                        "# where: {" + Yaml.text(column.name()) + ": [\"1\"]}",
                        "remove the # to keep only the rows in which it says yes"));
    }

    private static void written(DraftPage page, String key, String usual, String found, String why) {
        String line = "  " + key + ": " + (found.matches("[A-Za-z0-9-]+") ? found : Yaml.quoted(found));
        if (found.equals(usual)) {
            page.line(line, why);
        } else {
            page.change(line, why);
        }
    }

    private static void ignored(Roles roles, DraftPage page) {
        if (roles.free().isEmpty()) {
            return;
        }
        page.line(
                "# Columns that nobody knows. A file with one of them is refused until it is mapped or left out here.");
        page.line("ignore:");
        roles.free()
                .forEach(column -> page.question(
                        "  # - " + Yaml.quoted(column.name()),
                        "may identify somebody: leave it out on purpose, or map it"));
        page.line("  # - \"*\"", "or leave out all columns that are not mapped");
    }
}
