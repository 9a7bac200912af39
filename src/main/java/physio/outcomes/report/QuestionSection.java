package physio.outcomes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.report.Page.Definition;
import physio.outcomes.report.Page.Definitions;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** What is asked of whom, and the answer in brief. */
final class QuestionSection {
    private final ComparisonSubject subject;

    private QuestionSection(ComparisonSubject subject) {
        this.subject = subject;
    }

    static Section of(ComparisonSubject subject) {
        QuestionSection question = new QuestionSection(subject);
        return new Section(
                "question",
                "Question and cohort",
                List.of(
                        new Paragraph(
                                "Among patients with a baseline and a follow-up score, how does improvement with each"
                                        + " technique compare with the reference technique?"),
                        new Heading("In brief"),
                        new Page.Sentences(BriefSentences.of(subject)),
                        new Heading("Who and how"),
                        new Definitions(question.cohort()),
                        new Paragraph("Crude differences compare whoever got a technique. Adjusted differences (ANCOVA,"
                                + " Vickers & Altman 2001) compare patients alike in " + subject.caseMix()
                                + ". Standard errors allow for several rows of one " + question.cluster()
                                + " (CR1). p values are adjusted for the number of techniques by Holm's method."),
                        new Paragraph(
                                "Techniques were chosen for patients, not drawn by lot: what is not recorded cannot"
                                        + " be adjusted for, so a difference is associated with a technique and not shown to be"
                                        + " caused by it.")));
    }

    private List<Definition> cohort() {
        ComparisonReport.Subject about = subject.about();
        List<Definition> cohort = new ArrayList<>();
        cohort.add(new Definition("Period", about.period().replace("..", " to ")));
        cohort.add(new Definition("Body region", about.region().isEmpty() ? "all" : about.region()));
        cohort.add(new Definition("Reference technique", references()));
        cohort.add(new Definition("Case mix", subject.caseMix()));
        cohort.add(new Definition("Errors cluster by", cluster()));
        cohort.add(new Definition(
                "Smallest arm that is compared", subject.settings().compare().minPatients() + " patients"));
        cohort.add(new Definition(
                "Privacy profile", subject.settings().privacy().profile().name().toLowerCase(Locale.ROOT)));
        cohort.add(new Definition("State of the data", about.state()));
        return cohort;
    }

    private String cluster() {
        return subject.settings().compare().cluster() == Cluster.PATIENT ? "patient" : "clinic";
    }

    /** By technique, since one mostly serves all measures. */
    private String references() {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        for (Measure measure : subject.measures()) {
            for (String window : MonthlySubject.windows(measure)) {
                uses.computeIfAbsent(subject.reference(measure, window), first -> new ArrayList<>())
                        .add(measure.label() + " " + MonthlySubject.windowLabel(window));
            }
        }
        if (uses.size() == 1) {
            return uses.keySet().iterator().next();
        }
        List<String> told = new ArrayList<>();
        uses.forEach((technique, used) -> told.add(technique + " (" + String.join(", ", used) + ")"));
        return String.join("; ", told);
    }
}
