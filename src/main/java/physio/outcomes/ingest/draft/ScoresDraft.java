package physio.outcomes.ingest.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.catalogue.Settings;

/** Drafts the scores: which column, on which scale, and which numbers stand for a missing one. */
final class ScoresDraft {
    private final Settings settings;
    private final Roles roles;
    private final DraftPage page;
    private final char decimal;

    ScoresDraft(Settings settings, Roles roles, DraftPage page, char decimal) {
        this.settings = settings;
        this.roles = roles;
        this.page = page;
        this.decimal = decimal;
    }

    void write() {
        Set<Measure> absent = new LinkedHashSet<>(settings.measures().values());
        for (ScoreColumn score : settings.scoreColumns()) {
            List<SampleColumn> named = roles.free().stream()
                    .filter(column -> ScoreNames.isNamed(column, score))
                    .toList();
            if (named.size() == 1) {
                write(score, named.get(0));
                absent.remove(score.measure());
            } else if (named.size() > 1) {
                several(score, named);
                absent.remove(score.measure());
            }
        }
        if (!absent.isEmpty()) {
            page.comment(
                    "  ",
                    "No column is named like a score of "
                            + absent.stream().map(Measure::id).collect(Collectors.joining(", "))
                            + "; where there is one, add it:");
            ScoreColumn example = absent.iterator().next().lastingColumn();
            page.line("  # " + example.name() + ": {from: \"?\"}");
        }
    }

    private void several(ScoreColumn score, List<SampleColumn> named) {
        named.forEach(roles::take);
        page.question(
                "  # " + score.name() + ": {from: \"?\"}",
                "choose one, and ignore the others: "
                        + named.stream().map(column -> Yaml.text(column.name())).collect(Collectors.joining(", ")));
    }

    private void write(ScoreColumn score, SampleColumn column) {
        roles.take(column);
        ScoreReading reading = ScoreReading.best(score.measure(), decimal, column);
        String body = "{from: " + Yaml.text(column.name()) + reading.keys(column) + "}";
        long misfits = reading.misfits(column);
        if (misfits * 2 > column.values().size()) {
            page.question(
                    "  # " + score.name() + ": " + body,
                    "by its name, but " + column.share(misfits) + " of the sample are no numbers in "
                            + ScoreReading.range(score.measure()) + "; map it, or ignore it");
        } else {
            page.column(score.name(), body, reading.why(column));
        }
    }
}
