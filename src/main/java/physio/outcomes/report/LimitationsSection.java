package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Findings.Verdict;
import physio.outcomes.report.Page.Section;

/** What these data cannot bear, with the figures that say so. */
final class LimitationsSection {
    private final ComparisonSubject subject;

    private LimitationsSection(ComparisonSubject subject) {
        this.subject = subject;
    }

    static Section of(ComparisonSubject subject) {
        return new Section(
                "limitations", "Limitations", List.of(new Page.Sentences(new LimitationsSection(subject).sentences())));
    }

    private List<String> sentences() {
        List<String> texts = new ArrayList<>();
        texts.add("Techniques were chosen by practitioners and patients, not drawn by lot.");
        texts.add(
                "There is no untreated group: how much of an improvement time alone would have brought is not known.");
        imbalance().ifPresent(texts::add);
        arms().ifPresent(texts::add);
        texts.addAll(
                shares("with_baseline", "with_follow_up", "No score on a later day", "of episodes with a baseline"));
        texts.addAll(shares(
                "with_follow_up",
                "one_technique",
                "Several techniques, combined or mixed",
                "of episodes with both scores"));
        texts.add(
                "Follow-up is the last score on record, not one at a fixed time: techniques that go with longer episodes"
                        + " have later follow-ups, and these tables do not hold when.");
        texts.add(confounding());
        texts.add("p values are adjusted over techniques within a measure, window and model, not over measures: with "
                + subject.measures().size() + " " + (subject.measures().size() == 1 ? "measure" : "measures")
                + ", read a single small p with care.");
        suppressed().ifPresent(texts::add);
        return texts;
    }

    private Optional<String> imbalance() {
        return Imbalance.largest(subject)
                .map(largest -> "Patients of different techniques differ before treatment by up to " + largest
                        + "; models adjust for what is recorded, and as far as their form fits.");
    }

    private Optional<String> arms() {
        List<Findings.Finding> refused =
                Findings.of(subject, ComparisonSubject.LASTING).with(Verdict.NOT_COMPARABLE);
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of("Nothing can be said over the episode of techniques that few patients had or that others"
                        + " cannot be compared with: "
                        + Listing.of(refused, finding -> subject.technique(finding.contrast())) + ".");
    }

    /** What part of the episodes of one step the next one loses, by measure. */
    private List<String> shares(String from, String to, String what, String of) {
        List<String> parts = subject.measures().stream()
                .flatMap(measure -> share(measure, from, to).stream())
                .toList();
        return parts.isEmpty() ? List.of() : List.of(what + ": " + String.join(", ", parts) + " " + of + ".");
    }

    private Optional<String> share(Measure measure, String from, String to) {
        OptionalDouble all = episodes(measure, from);
        OptionalDouble left = episodes(measure, to);
        return all.isPresent() && left.isPresent() && all.getAsDouble() > 0
                ? Optional.of(Words.percent(OptionalDouble.of(1 - left.getAsDouble() / all.getAsDouble())) + " of "
                        + Words.count(Math.round(all.getAsDouble())) + " (" + measure.label() + ")")
                : Optional.empty();
    }

    private OptionalDouble episodes(Measure measure, String step) {
        return subject.tables()
                .first("flow", Map.of("measure", measure.id(), "step", step))
                .map(row -> row.number("n_episodes"))
                .orElse(OptionalDouble.empty());
    }

    private String confounding() {
        return EValues.weakest(subject)
                .map(weakest -> "What is not recorded is not adjusted for. The smallest E-value of an interval that"
                        + " excludes 0 is " + Words.number(weakest.value()) + " (" + weakest.told()
                        + "): an unrecorded factor associated with technique and outcome by risk ratios of that size"
                        + " could let it reach 0.")
                .orElse("What is not recorded is not adjusted for, such as severity beyond the baseline score, other"
                        + " treatment, or the patient's own wish.");
    }

    private Optional<String> suppressed() {
        List<PublishedRow> rows = subject.tables().all().stream()
                .flatMap(table -> table.rows().stream())
                .toList();
        long hidden = rows.stream().filter(PublishedRow::isSuppressed).count();
        return hidden == 0
                ? Optional.empty()
                : Optional.of(Words.count(hidden) + " of " + Words.count(rows.size())
                        + " rows of the published tables are hidden, for few patients or to protect another row; what is"
                        + " shown may differ from what is hidden.");
    }
}
