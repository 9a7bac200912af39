package physio.outcomes.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** How claimed benefits are held against data, the same on every page that does. */
final class Scorecard {
    static final String NOBODY_UNTREATED = "inconclusive: no untreated group";

    private static final List<String> HEADINGS = List.of(
            "Claim", "Measure", "Patients", "Mean improvement, 95% interval", "Response, 95% interval", "These data");

    private Scorecard() {}

    /** What a page has to say of each kind of benefit: a line of the table. */
    interface Evidence {
        /** Of one that a measure speaks for. */
        List<String> measured(Benefit benefit);

        /** Of the one that new episodes speak against. */
        List<String> recurrence(Benefit benefit);

        /** Of the one that coming to sessions speaks for. */
        List<String> attendance(Benefit benefit);

        private List<String> line(Benefit benefit) {
            return switch (benefit) {
                case INJURY_PREVENTION -> recurrence(benefit);
                case PARTICIPATION -> attendance(benefit);
                case PAIN, MOBILITY, SWELLING, STRENGTH, STRESS, POSTURE, RELAXATION, SLEEP -> measured(benefit);
            };
        }
    }

    /** The section of a page. */
    static Section section(String id, Evidence evidence) {
        List<List<String>> lines =
                Stream.of(Benefit.values()).map(evidence::line).toList();
        return new Section(id, "Claimed benefits", List.of(rule(), grid(lines)));
    }

    /** How the last column is come by. */
    private static Paragraph rule() {
        return new Paragraph("All techniques together, over the episode. A mean improvement whose 95% interval lies"
                + " above 0 is in line with the claim, one below 0 contradicts it, one that holds 0 is"
                + " inconclusive. Without an untreated group no improvement can be attributed to the"
                + " treatment: time and regression to the mean improve scores as well.");
    }

    private static Grid grid(List<List<String>> rows) {
        return new Grid("Ten claimed benefits and these data", HEADINGS, rows);
    }

    /** A benefit that a measure speaks for. */
    static List<String> measured(Benefit benefit, Measure measure, PublishedRow total) {
        OptionalDouble low = OutcomeRows.improvementLow(total, measure);
        OptionalDouble high = OutcomeRows.improvementHigh(total, measure);
        return List.of(
                benefit.claim(),
                measure.label() + " (" + measure.instrument() + ")",
                Estimates.count(total, "n_patients"),
                Estimates.cell(
                        total,
                        Words.change(total.number("improvement_mean")) + " " + measure.unit() + " ("
                                + Words.interval(low, high) + ")"),
                Estimates.cell(
                        total,
                        Words.percent(total.number("improved_rate")) + " ("
                                + Words.percentInterval(
                                        total.number("improved_ci_low"), total.number("improved_ci_high"))
                                + ")"),
                verdict(low, high));
    }

    /** The measure that speaks for a benefit, if the data have it. */
    static Optional<Measure> measure(Benefit benefit, List<Measure> measures) {
        return measures.stream()
                .filter(one -> benefit.measure().filter(one.id()::equals).isPresent())
                .findFirst();
    }

    static String verdict(OptionalDouble low, OptionalDouble high) {
        if (low.isEmpty() || high.isEmpty()) {
            return "inconclusive: no interval is shown";
        }
        return low.getAsDouble() > 0
                ? "in line with it, not attributable"
                : high.getAsDouble() < 0 ? "contradict it" : "inconclusive";
    }

    static List<String> without(Benefit benefit) {
        return List.of(benefit.claim(), Words.NONE, Words.NONE, Words.NONE, Words.NONE, "hold no such measure");
    }

    /** What is described and not judged, as there is nobody untreated to compare with. */
    static List<String> described(Benefit benefit, String measure, String patients, String response) {
        return List.of(benefit.claim(), measure, patients, Words.NONE, response, NOBODY_UNTREATED);
    }
}
