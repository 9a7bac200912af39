package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** What these data say of the benefits that the literature claims. */
final class ScorecardSection {
    private static final String INCONCLUSIVE = "inconclusive";
    private static final String NO_MEASURE = "hold no such measure";

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
                        new Paragraph(
                                "All techniques together, over the episode. A mean improvement whose 95% interval lies"
                                        + " above 0 is in line with the claim, one below 0 contradicts it, one that holds 0 is"
                                        + " inconclusive. Without an untreated group no improvement can be attributed to the"
                                        + " treatment: time and regression to the mean improve scores as well."),
                        new Grid(
                                "Ten claimed benefits and these data",
                                List.of(
                                        "Claim",
                                        "Measure",
                                        "Patients",
                                        "Mean improvement, 95% interval",
                                        "Response, 95% interval",
                                        "These data"),
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
        Optional<Measure> measure = subject.measures().stream()
                .filter(one -> benefit.measure().filter(one.id()::equals).isPresent())
                .findFirst();
        Optional<PublishedRow> total = measure.flatMap(one -> subject.outcomes(one, ComparisonSubject.LASTING).stream()
                .filter(row -> row.key("technique").equals(MonthlySubject.ALL))
                .findFirst());
        if (measure.isEmpty() || total.isEmpty()) {
            return without(benefit);
        }
        Measure own = measure.get();
        PublishedRow row = total.get();
        OptionalDouble low = OutcomeRows.improvementLow(row, own);
        OptionalDouble high = OutcomeRows.improvementHigh(row, own);
        return List.of(
                benefit.claim(),
                own.label() + " (" + own.instrument() + ")",
                Estimates.count(row, "n_patients"),
                Estimates.cell(
                        row,
                        Words.change(row.number("improvement_mean")) + " " + own.unit() + " ("
                                + Words.interval(low, high) + ")"),
                Estimates.cell(
                        row,
                        Words.percent(row.number("improved_rate")) + " ("
                                + Words.percentInterval(row.number("improved_ci_low"), row.number("improved_ci_high"))
                                + ")"),
                verdict(low, high));
    }

    static String verdict(OptionalDouble low, OptionalDouble high) {
        if (low.isEmpty() || high.isEmpty()) {
            return INCONCLUSIVE + ": no interval is shown";
        }
        return low.getAsDouble() > 0
                ? "in line with it, not attributable"
                : high.getAsDouble() < 0 ? "contradict it" : INCONCLUSIVE;
    }

    private static List<String> without(Benefit benefit) {
        return List.of(benefit.claim(), Words.NONE, Words.NONE, Words.NONE, Words.NONE, NO_MEASURE);
    }

    /** Described, not judged: there is nobody untreated to compare with. */
    private List<String> recurrence(Benefit benefit) {
        List<PublishedRow> starts = subject.tables().rows("recurrence", Map.of("month", "0"));
        if (starts.isEmpty()) {
            return without(benefit);
        }
        return List.of(
                benefit.claim(),
                "New episodes of the same region",
                patients(starts.stream().map(row -> row.count("at_risk")).toList()),
                Words.NONE,
                Recurrences.freeAfterAYear(subject),
                INCONCLUSIVE + ": no untreated group");
    }

    private static String patients(List<OptionalLong> counts) {
        long sum = counts.stream().mapToLong(count -> count.orElse(0)).sum();
        boolean isWhole = counts.stream().allMatch(OptionalLong::isPresent);
        return Words.count(sum) + (isWhole ? " complaints at risk" : " complaints at risk, others hidden");
    }

    private List<String> attendance(Benefit benefit) {
        Attendance attendance = Attendance.of(subject);
        return attendance.isRecorded()
                ? List.of(
                        benefit.claim(),
                        "Sessions attended of those booked",
                        Words.NONE,
                        Words.NONE,
                        attendance.told(),
                        INCONCLUSIVE + ": no untreated group")
                : without(benefit);
    }
}
