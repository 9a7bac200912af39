package physio.outcomes.report;

import java.util.List;
import physio.outcomes.report.Page.Section;

/** What a month's episodes say of the benefits that the literature claims. */
final class BenefitsSection implements Scorecard.Evidence {
    private final MonthlySubject subject;

    private BenefitsSection(MonthlySubject subject) {
        this.subject = subject;
    }

    static Section of(MonthlySubject subject) {
        return Scorecard.section("benefits", new BenefitsSection(subject));
    }

    @Override
    public List<String> measured(Benefit benefit) {
        return Scorecard.measure(benefit, subject.measures())
                .flatMap(measure -> subject.total(subject.clinic(), measure, "episode")
                        .map(total -> Scorecard.measured(benefit, measure, total)))
                .orElseGet(() -> Scorecard.without(benefit));
    }

    /** A month is too short to see who comes again. */
    @Override
    public List<String> recurrence(Benefit benefit) {
        return Scorecard.described(
                benefit, Texts.say("benefits.recurrence"), Words.NONE, Texts.say("benefits.recurrence.elsewhere"));
    }

    @Override
    public List<String> attendance(Benefit benefit) {
        MonthlyAttendance attendance = new MonthlyAttendance(subject);
        return attendance.isRecorded(subject.clinic())
                ? Scorecard.described(
                        benefit,
                        Texts.say("benefits.attendance"),
                        Words.NONE,
                        attendance.of(subject.clinic()).told())
                : Scorecard.without(benefit);
    }
}
