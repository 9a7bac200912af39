package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;

/** Improvement by number of sessions. */
final class DoseBlocks {
    private final ComparisonSubject subject;
    private final Measure measure;

    private DoseBlocks(ComparisonSubject subject, Measure measure) {
        this.subject = subject;
        this.measure = measure;
    }

    static List<Block> of(ComparisonSubject subject, Measure measure) {
        return subject.rows("dose_response", measure).isEmpty() ? List.of() : new DoseBlocks(subject, measure).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(Texts.say("dose.heading")));
        blocks.add(new Paragraph(Texts.say("dose.about")));
        List<DoseChart.Dose> doses = doses();
        DoseTrend trend = DoseTrend.of(subject, measure);
        blocks.add(new Drawing(new DoseChart(
                "dose-" + measure.id(),
                trend.title(measure.label()),
                new Axis(Texts.say("dose.quantity"), measure.unit(), 2),
                Better.HIGHER,
                doses,
                trend.curve(doses))));
        addTerms(blocks);
        return blocks;
    }

    private List<DoseChart.Dose> doses() {
        return subject.rows("dose_response", measure).stream()
                .map(row -> new DoseChart.Dose(
                        Integer.parseInt(row.key("sessions").replace("+", "")),
                        row.key("sessions"),
                        row.number("improvement_mean"),
                        row.number("ci_low"),
                        row.number("ci_high"),
                        row.count("n_patients")))
                .toList();
    }

    private void addTerms(List<Block> blocks) {
        List<PublishedRow> terms = subject.rows("dose_trend", measure);
        if (!terms.isEmpty()) {
            blocks.add(new Grid(
                    Texts.say("dose.caption", measure.label(), measure.unit()),
                    List.of(
                            Texts.say("dose.term"),
                            Texts.say("dose.estimate"),
                            Texts.say("column.interval"),
                            Texts.say("column.p")),
                    terms.stream()
                            .map(row -> List.of(
                                    CodeLabels.of("dose.trend", row.key("trend")) + ": " + term(row.key("term")),
                                    Estimates.cell(row, Words.coefficient(row.number("estimate"))),
                                    Estimates.cell(
                                            row,
                                            Texts.say(
                                                    "number.interval",
                                                    Words.coefficient(row.number("ci_low")),
                                                    Words.coefficient(row.number("ci_high")))),
                                    Estimates.pValue(row, "p_value")))
                            .toList()));
        }
    }

    private static String term(String term) {
        return switch (term) {
            case "(Intercept)" -> Texts.say("dose.term.intercept");
            case "sessions" -> Texts.say("dose.term.sessions");
            case "sessions^2" -> Texts.say("dose.term.squared");
            default -> term;
        };
    }
}
