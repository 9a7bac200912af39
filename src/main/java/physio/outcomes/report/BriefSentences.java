package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
            return List.of("No technique could be tested against its reference over the episode.");
        }
        if (differing.isEmpty()) {
            return List.of("Over the episode, adjusted for " + subject.caseMix() + ", none of " + tested
                    + " tested contrasts with the reference is beyond chance (Holm's p at or above 0.05).");
        }
        List<String> texts = new ArrayList<>();
        texts.add("Over the episode, adjusted for " + subject.caseMix() + ", " + differing.size() + " of " + tested
                + " tested contrasts with the reference " + (differing.size() == 1 ? "is" : "are")
                + " beyond chance (Holm's p below 0.05)"
                + (differing.size() > MOST_WITH_FIGURES
                        ? "; figures are given for the largest of each measure."
                        : "."));
        differing.stream()
                .map(Finding::measure)
                .distinct()
                .forEach(measure -> texts.add("Associated with a different improvement, in "
                        + Listing.of(
                                differing.stream()
                                        .filter(finding -> finding.measure().equals(measure))
                                        .toList(),
                                finding -> told(finding, differing))
                        + "."));
        return texts;
    }

    /** Many differences with all their figures would be no brief; the sections of the measures hold them. */
    private String told(Finding finding, List<Finding> differing) {
        boolean isLargest = differing.stream()
                .filter(other -> other.measure().equals(finding.measure()))
                .noneMatch(other -> size(other) > size(finding));
        return differing.size() <= MOST_WITH_FIGURES || isLargest
                ? difference(finding)
                : subject.technique(finding.contrast())
                        + (finding.contrast().number("estimate").orElse(0) > 0 ? " (more)" : " (less)");
    }

    private static double size(Finding finding) {
        return Math.abs(finding.contrast().number("estimate").orElse(0));
    }

    private String difference(Finding finding) {
        PublishedRow row = finding.contrast();
        double estimate = row.number("estimate").orElse(0);
        return subject.technique(row) + " with " + Words.number(Math.abs(estimate)) + " "
                + finding.measure().unit() + (estimate > 0 ? " more" : " less") + " than "
                + subject.settings().techniqueLabel(row.key("reference")) + " (" + Estimates.evidence(row) + ")";
    }

    /** Whether the other ways to adjust would say the same of what differs. */
    private Stream<String> agreement() {
        List<Finding> differing = findings.with(Verdict.DIFFERS);
        if (differing.isEmpty()) {
            return Stream.empty();
        }
        List<String> told = Stream.of("mixed_patient", "mixed_clinic", "overlap")
                .map(model ->
                        ModelLabels.inSentence(model) + " " + agreeing(differing, model) + " of " + differing.size())
                .toList();
        return Stream.of(
                "Of " + (differing.size() == 1 ? "this difference" : "these " + differing.size() + " differences")
                        + ", other ways to adjust find the same direction with an interval clear of 0 in: "
                        + String.join(", ", told) + ".");
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
                : Stream.of("Not told apart from the reference, which does not show that they are alike: "
                        + Listing.of(alike, finding -> subject.technique(finding.contrast())) + ". " + reach(alike));
    }

    /** How large a difference the data still allow. */
    private static String reach(List<Finding> alike) {
        List<String> reaches = alike.stream()
                .map(Finding::measure)
                .distinct()
                .map(measure -> {
                    double furthest = alike.stream()
                            .filter(finding -> finding.measure().equals(measure))
                            .mapToDouble(BriefSentences::furthest)
                            .max()
                            .orElse(0);
                    return Words.number(furthest) + " " + measure.unit() + " (" + measure.label() + ")";
                })
                .toList();
        return "Their 95% intervals still hold differences of up to " + String.join(", ", reaches) + ".";
    }

    private static double furthest(Finding finding) {
        return Math.max(
                Math.abs(finding.contrast().number("ci_low").orElse(0)),
                Math.abs(finding.contrast().number("ci_high").orElse(0)));
    }

    private Stream<String> notComparable() {
        List<Finding> refused = findings.with(Verdict.NOT_COMPARABLE);
        List<Finding> unjudged = findings.with(Verdict.NOT_JUDGED);
        if (refused.isEmpty() && unjudged.isEmpty()) {
            return Stream.empty();
        }
        String first = refused.isEmpty()
                ? ""
                : "Not comparable: "
                        + Listing.of(
                                refused,
                                finding -> subject.technique(finding.contrast()) + " ("
                                        + Estimates.reason(finding.contrast()) + ")")
                        + ". ";
        String second = unjudged.isEmpty()
                ? ""
                : "Hidden, or without the p value that would decide: "
                        + Listing.of(unjudged, finding -> subject.technique(finding.contrast())) + ".";
        return Stream.of((first + second).strip());
    }

    private String association() {
        String text = "Techniques were chosen for patients, not drawn by lot: a difference is associated with a"
                + " technique, not shown to be caused by it.";
        return EValues.weakest(subject)
                .map(weakest -> text + " Where an interval is clear of 0 it is least robust for " + weakest.told()
                        + ": an unrecorded factor associated with technique and outcome by risk ratios of "
                        + Words.number(weakest.value()) + " each could let it reach 0.")
                .orElse(text);
    }
}
