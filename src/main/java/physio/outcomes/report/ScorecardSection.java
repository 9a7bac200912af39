package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Section;

/** What these data say of the benefits that the literature claims. */
final class ScorecardSection implements Scorecard.Evidence {
    private final ComparisonSubject subject;

    private ScorecardSection(ComparisonSubject subject) {
        this.subject = subject;
    }

    static Section of(ComparisonSubject subject) {
        return Scorecard.section("scorecard", new ScorecardSection(subject));
    }

    @Override
    public List<String> measured(Benefit benefit) {
        return Scorecard.measure(benefit, subject.measures())
                .flatMap(measure -> subject.outcomes(measure, ComparisonSubject.LASTING).stream()
                        .filter(row -> row.key("technique").equals(MonthlySubject.ALL))
                        .findFirst()
                        .map(total -> Scorecard.measured(benefit, measure, total)))
                .orElseGet(() -> Scorecard.without(benefit));
    }

    @Override
    public List<String> recurrence(Benefit benefit) {
        List<PublishedRow> starts = subject.tables().rows("recurrence", Map.of("month", "0"));
        return starts.isEmpty()
                ? Scorecard.without(benefit)
                : Scorecard.described(
                        benefit,
                        Texts.say("benefits.recurrence"),
                        patients(
                                starts.stream().map(row -> row.count("at_risk")).toList()),
                        Recurrences.freeAfterAYear(subject));
    }

    private static String patients(List<OptionalLong> counts) {
        long sum = counts.stream().mapToLong(count -> count.orElse(0)).sum();
        boolean isWhole = counts.stream().allMatch(OptionalLong::isPresent);
        return Texts.say(isWhole ? "scorecard.at_risk" : "scorecard.at_risk.hidden", Words.count(sum));
    }

    @Override
    public List<String> attendance(Benefit benefit) {
        Attendance attendance = Attendance.of(subject);
        return attendance.isRecorded()
                ? Scorecard.described(benefit, Texts.say("benefits.attendance"), Words.NONE, attendance.told())
                : Scorecard.without(benefit);
    }
}
