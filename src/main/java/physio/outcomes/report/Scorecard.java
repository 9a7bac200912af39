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
        return new Section(id, Texts.say("benefits.heading"), List.of(rule(), grid(lines)));
    }

    /** How the last column is come by. */
    private static Paragraph rule() {
        return new Paragraph(Texts.say("benefits.rule"));
    }

    private static Grid grid(List<List<String>> rows) {
        return new Grid(
                Texts.say("benefits.caption"),
                List.of(
                        Texts.say("benefits.column.claim"),
                        Texts.say("column.measure"),
                        Texts.say("column.patients"),
                        Texts.say("benefits.column.improvement"),
                        Texts.say("benefits.column.response"),
                        Texts.say("benefits.column.data")),
                rows);
    }

    /** A benefit that a measure speaks for. */
    static List<String> measured(Benefit benefit, Measure measure, PublishedRow total) {
        OptionalDouble low = OutcomeRows.improvementLow(total, measure);
        OptionalDouble high = OutcomeRows.improvementHigh(total, measure);
        return List.of(
                benefit.claim(),
                measure.label() + Words.bracketed(measure.instrument()),
                Estimates.count(total, "n_patients"),
                Estimates.cell(
                        total,
                        Texts.say("number.unit", Words.change(total.number("improvement_mean")), measure.unit())
                                + Words.bracketed(Words.interval(low, high))),
                Estimates.cell(
                        total,
                        Words.percent(total.number("improved_rate"))
                                + Words.bracketed(Words.percentInterval(
                                        total.number("improved_ci_low"), total.number("improved_ci_high")))),
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
            return Texts.say("benefits.data.no_interval");
        }
        return low.getAsDouble() > 0
                ? Texts.say("benefits.data.in_line")
                : Texts.say(high.getAsDouble() < 0 ? "benefits.data.contradict" : "benefits.data.inconclusive");
    }

    static List<String> without(Benefit benefit) {
        return List.of(
                benefit.claim(), Words.NONE, Words.NONE, Words.NONE, Words.NONE, Texts.say("benefits.data.none"));
    }

    /** What is described and not judged, as there is nobody untreated to compare with. */
    static List<String> described(Benefit benefit, String measure, String patients, String response) {
        return List.of(
                benefit.claim(), measure, patients, Words.NONE, response, Texts.say("benefits.data.uncontrolled"));
    }
}
