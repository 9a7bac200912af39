package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Section;

/** What these data say of the benefits that the literature claims. */
final class ScorecardSection {
    private final ComparisonSubject subject;

    private ScorecardSection(ComparisonSubject subject) {
        this.subject = subject;
    }

    static Section of(ComparisonSubject subject) {
        ScorecardSection scorecard = new ScorecardSection(subject);
        return new Section(
                "scorecard",
                "Claimed benefits",
                List.of(
                        Scorecard.rule(),
                        Scorecard.grid(
                                Stream.of(Benefit.values()).map(scorecard::row).toList())));
    }

    private List<String> row(Benefit benefit) {
        return switch (benefit) {
            case INJURY_PREVENTION -> recurrence(benefit);
            case PARTICIPATION -> attendance(benefit);
            case PAIN, MOBILITY, SWELLING, STRENGTH, STRESS, POSTURE, RELAXATION, SLEEP -> measured(benefit);
        };
    }

    private List<String> measured(Benefit benefit) {
        return Scorecard.measure(benefit, subject.measures())
                .flatMap(measure -> subject.outcomes(measure, ComparisonSubject.LASTING).stream()
                        .filter(row -> row.key("technique").equals(MonthlySubject.ALL))
                        .findFirst()
                        .map(total -> Scorecard.measured(benefit, measure, total)))
                .orElseGet(() -> Scorecard.without(benefit));
    }

    private List<String> recurrence(Benefit benefit) {
        List<PublishedRow> starts = subject.tables().rows("recurrence", Map.of("month", "0"));
        return starts.isEmpty()
                ? Scorecard.without(benefit)
                : Scorecard.described(
                        benefit,
                        "New episodes of the same region",
                        patients(
                                starts.stream().map(row -> row.count("at_risk")).toList()),
                        Recurrences.freeAfterAYear(subject));
    }

    private static String patients(List<OptionalLong> counts) {
        long sum = counts.stream().mapToLong(count -> count.orElse(0)).sum();
        boolean isWhole = counts.stream().allMatch(OptionalLong::isPresent);
        return Words.count(sum) + (isWhole ? " complaints at risk" : " complaints at risk, others hidden");
    }

    private List<String> attendance(Benefit benefit) {
        Attendance attendance = Attendance.of(subject);
        return attendance.isRecorded()
                ? Scorecard.described(benefit, "Sessions attended of those booked", Words.NONE, attendance.told())
                : Scorecard.without(benefit);
    }
}
