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
                "limitations",
                Texts.say("limitations.heading"),
                List.of(new Page.Sentences(new LimitationsSection(subject).sentences())));
    }

    private List<String> sentences() {
        List<String> texts = new ArrayList<>();
        texts.add(Texts.say("limitations.choice"));
        texts.add(Texts.say("limitations.untreated"));
        imbalance().ifPresent(texts::add);
        arms().ifPresent(texts::add);
        texts.addAll(shares("limitations.no_follow_up", "with_baseline", "with_follow_up"));
        texts.addAll(shares("limitations.several", "with_follow_up", "one_technique"));
        texts.add(Texts.say("limitations.follow_up"));
        texts.add(confounding());
        int measures = subject.measures().size();
        texts.add(Texts.say(measures, "limitations.p_values", Words.count(measures)));
        suppressed().ifPresent(texts::add);
        return texts;
    }

    private Optional<String> imbalance() {
        return Imbalance.largest(subject).map(largest -> Texts.say("limitations.imbalance", largest.toString()));
    }

    private Optional<String> arms() {
        List<Findings.Finding> refused =
                Findings.of(subject, ComparisonSubject.LASTING).with(Verdict.NOT_COMPARABLE);
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.say(
                        "limitations.arms",
                        Listing.of(refused, finding -> subject.technique(finding.contrast()))
                                .toString()));
    }

    /** What part of the episodes of one step the next one loses, by measure. */
    private List<String> shares(String key, String from, String to) {
        List<String> parts = subject.measures().stream()
                .flatMap(measure -> share(measure, from, to).stream())
                .toList();
        return parts.isEmpty() ? List.of() : List.of(Texts.say(key, String.join(", ", parts)));
    }

    private Optional<String> share(Measure measure, String from, String to) {
        OptionalDouble all = episodes(measure, from);
        OptionalDouble left = episodes(measure, to);
        return all.isPresent() && left.isPresent() && all.getAsDouble() > 0
                ? Optional.of(Texts.say(
                        "limitations.share",
                        Words.percent(OptionalDouble.of(1 - left.getAsDouble() / all.getAsDouble())),
                        Words.count(Math.round(all.getAsDouble())),
                        measure.label()))
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
                .map(weakest -> Texts.say("limitations.e_value", Words.number(weakest.value()), weakest.told()))
                .orElseGet(() -> Texts.say("limitations.e_value.none"));
    }

    private Optional<String> suppressed() {
        List<PublishedRow> rows = subject.tables().all().stream()
                .flatMap(table -> table.rows().stream())
                .toList();
        long hidden = rows.stream().filter(PublishedRow::isSuppressed).count();
        return hidden == 0
                ? Optional.empty()
                : Optional.of(Texts.say("limitations.hidden", Words.count(hidden), Words.count(rows.size())));
    }
}
