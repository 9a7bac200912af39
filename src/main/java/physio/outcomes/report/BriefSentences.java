package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Findings.Finding;
import physio.outcomes.report.Findings.Verdict;

/** The comparison in a few sentences that follow from its figures by rule. */
final class BriefSentences {
    private static final int MOST_WITH_FIGURES = 4;

    private final ComparisonSubject subject;
    private final Findings findings;

    private BriefSentences(ComparisonSubject subject) {
        this.subject = subject;
        this.findings = Findings.of(subject, ComparisonSubject.LASTING);
    }

    static List<String> of(ComparisonSubject subject) {
        BriefSentences brief = new BriefSentences(subject);
        List<String> texts = new ArrayList<>();
        texts.addAll(brief.differing());
        brief.agreement().forEach(texts::add);
        brief.notToldApart().forEach(texts::add);
        brief.notComparable().forEach(texts::add);
        texts.add(brief.association());
        return texts;
    }

    /** How many contrasts differ, then which, measure by measure. */
    private List<String> differing() {
        List<Finding> differing = findings.with(Verdict.DIFFERS);
        int tested = findings.tested().size();
        if (tested == 0) {
            return List.of(Texts.say("brief.untested"));
        }
        if (differing.isEmpty()) {
            return List.of(Texts.say("brief.none", subject.caseMix(), Words.count(tested)));
        }
        List<String> texts = new ArrayList<>();
        String[] words = {subject.caseMix(), Words.count(differing.size()), Words.count(tested)};
        texts.add(
                differing.size() > MOST_WITH_FIGURES
                        ? Texts.say("brief.differing.largest", words)
                        : Texts.say(differing.size(), "brief.differing", words));
        differing.stream()
                .map(Finding::measure)
                .distinct()
                .forEach(measure -> texts.add(Texts.say("brief.associated", told(measure, differing))));
        return texts;
    }

    private String told(Measure measure, List<Finding> differing) {
        List<Finding> own = differing.stream()
                .filter(finding -> finding.measure().equals(measure))
                .toList();
        return Listing.of(own, finding -> told(finding, differing)).toString();
    }

    /** Many differences with all their figures would be no brief; the sections of the measures hold them. */
    private String told(Finding finding, List<Finding> differing) {
        boolean isLargest = differing.stream()
                .filter(other -> other.measure().equals(finding.measure()))
                .noneMatch(other -> size(other) > size(finding));
        return differing.size() <= MOST_WITH_FIGURES || isLargest
                ? difference(finding)
                : subject.technique(finding.contrast())
                        + Words.bracketed(Texts.say(
                                finding.contrast().number("estimate").orElse(0) > 0 ? "brief.more" : "brief.less"));
    }

    private static double size(Finding finding) {
        return Math.abs(finding.contrast().number("estimate").orElse(0));
    }

    private String difference(Finding finding) {
        PublishedRow row = finding.contrast();
        double estimate = row.number("estimate").orElse(0);
        return Texts.say(
                estimate > 0 ? "brief.difference.more" : "brief.difference.less",
                subject.technique(row),
                Texts.say(
                        "number.unit",
                        Words.number(Math.abs(estimate)),
                        finding.measure().unit()),
                subject.techniqueLabel(row.key("reference")),
                Estimates.evidence(row));
    }

    /** Whether the other ways to adjust would say the same of what differs. */
    private Stream<String> agreement() {
        List<Finding> differing = findings.with(Verdict.DIFFERS);
        if (differing.isEmpty()) {
            return Stream.empty();
        }
        List<String> told = Stream.of("mixed_patient", "mixed_clinic", "overlap")
                .map(model -> Texts.say(
                        "brief.agreeing",
                        ModelLabels.inSentence(model),
                        Words.count(agreeing(differing, model)),
                        Words.count(differing.size())))
                .toList();
        return Stream.of(
                Texts.say(differing.size(), "brief.agreement", String.join(", ", told), Words.count(differing.size())));
    }

    private long agreeing(List<Finding> differing, String model) {
        return differing.stream()
                .filter(finding -> subject.contrasts(finding.measure(), ComparisonSubject.LASTING, model).stream()
                        .filter(row ->
                                row.key("technique").equals(finding.contrast().key("technique")))
                        .anyMatch(row -> Estimates.excludesZero(row)
                                && Math.signum(row.number("estimate").orElse(0))
                                        == Math.signum(finding.contrast()
                                                .number("estimate")
                                                .orElse(0))))
                .count();
    }

    private Stream<String> notToldApart() {
        List<Finding> alike = findings.with(Verdict.NOT_TOLD_APART);
        return alike.isEmpty()
                ? Stream.empty()
                : Stream.of(Texts.say("brief.not_told_apart", techniques(alike), reach(alike)));
    }

    private String techniques(List<Finding> told) {
        return Listing.of(told, finding -> subject.technique(finding.contrast()))
                .toString();
    }

    /** How large a difference the data still allow. */
    private static String reach(List<Finding> alike) {
        return alike.stream()
                .map(Finding::measure)
                .distinct()
                .map(measure -> {
                    double furthest = alike.stream()
                            .filter(finding -> finding.measure().equals(measure))
                            .mapToDouble(BriefSentences::furthest)
                            .max()
                            .orElse(0);
                    return Texts.say("number.unit", Words.number(furthest), measure.unit())
                            + Words.bracketed(measure.label());
                })
                .collect(Collectors.joining(", "));
    }

    private static double furthest(Finding finding) {
        return Math.max(
                Math.abs(finding.contrast().number("ci_low").orElse(0)),
                Math.abs(finding.contrast().number("ci_high").orElse(0)));
    }

    private Stream<String> notComparable() {
        List<Finding> refused = findings.with(Verdict.NOT_COMPARABLE);
        List<Finding> unjudged = findings.with(Verdict.NOT_JUDGED);
        List<String> texts = new ArrayList<>();
        if (!refused.isEmpty()) {
            texts.add(Texts.say("brief.not_comparable", reasons(refused)));
        }
        if (!unjudged.isEmpty()) {
            texts.add(Texts.say("brief.unjudged", techniques(unjudged)));
        }
        return texts.isEmpty() ? Stream.empty() : Stream.of(String.join(" ", texts));
    }

    private String reasons(List<Finding> refused) {
        return Listing.of(
                        refused,
                        finding -> subject.technique(finding.contrast())
                                + Words.bracketed(Estimates.reason(finding.contrast())))
                .toString();
    }

    private String association() {
        String text = Texts.say("brief.association");
        return EValues.weakest(subject)
                .map(weakest ->
                        text + " " + Texts.say("brief.robustness", weakest.told(), Words.number(weakest.value())))
                .orElse(text);
    }
}
