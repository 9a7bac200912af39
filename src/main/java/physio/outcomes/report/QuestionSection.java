package physio.outcomes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import physio.outcomes.catalogue.Measure;
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
                Texts.say("question.heading"),
                List.of(
                        new Paragraph(Texts.say("question.asked")),
                        new Heading(Texts.say("question.brief")),
                        new Page.Sentences(BriefSentences.of(subject)),
                        new Heading(Texts.say("question.who")),
                        new Definitions(question.cohort()),
                        new Paragraph(question.adjusted()),
                        new Paragraph(Texts.say("question.association"))));
    }

    private List<Definition> cohort() {
        ComparisonReport.Subject about = subject.about();
        List<Definition> cohort = new ArrayList<>();
        cohort.add(new Definition(Texts.say("question.period"), about.time()));
        cohort.add(new Definition(
                Texts.say("question.region"),
                about.region().isEmpty() ? Texts.say("question.region.all") : about.region()));
        cohort.add(new Definition(Texts.say("question.reference"), references()));
        cohort.add(new Definition(Texts.say("question.case_mix"), subject.caseMix()));
        cohort.add(new Definition(
                Texts.say("question.cluster"),
                Texts.say("question.cluster", subject.settings().compare().cluster())));
        cohort.add(new Definition(
                Texts.say("question.smallest"),
                Texts.say(
                        "question.smallest.patients",
                        String.valueOf(subject.settings().compare().minPatients()))));
        cohort.add(new Definition(
                Texts.say("question.privacy"),
                Texts.say("question.privacy", subject.settings().privacy().profile())));
        cohort.add(new Definition(Texts.say("question.state"), about.state()));
        return cohort;
    }

    private String adjusted() {
        String cluster = lower(subject.settings().compare().cluster());
        return Texts.say("question.adjusted." + cluster, subject.caseMix());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
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
        uses.forEach((technique, used) -> told.add(technique + Words.bracketed(String.join(", ", used))));
        return String.join("; ", told);
    }
}
