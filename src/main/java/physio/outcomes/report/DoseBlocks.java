package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        blocks.add(new Heading("More sessions, more improvement?"));
        blocks.add(
                new Paragraph("Crude mean improvement over the episode by number of sessions before the last score, all"
                        + " techniques together. Who is well stops early and who is not goes on, so the line is not what one"
                        + " more session would bring."));
        List<DoseChart.Dose> doses = doses();
        DoseTrend trend = DoseTrend.of(subject, measure);
        blocks.add(new Drawing(new DoseChart(
                "dose-" + measure.id(),
                measure.label() + ", improvement by number of sessions" + trend.told(),
                new Axis("Mean improvement", measure.unit(), 2),
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
                    "Trend over the number of sessions, " + measure.label() + "; " + measure.unit(),
                    List.of("Trend and term", "Estimate", "95% interval", "p"),
                    terms.stream()
                            .map(row -> List.of(
                                    CaseMixLabels.factor(row.key("trend")) + ": " + term(row.key("term")),
                                    Estimates.cell(row, Words.coefficient(row.number("estimate"))),
                                    Estimates.cell(
                                            row,
                                            Words.coefficient(row.number("ci_low")) + " to "
                                                    + Words.coefficient(row.number("ci_high"))),
                                    Estimates.pValue(row, "p_value")))
                            .toList()));
        }
    }

    private static String term(String term) {
        return Map.of("(Intercept)", "at no session", "sessions", "per session", "sessions^2", "per session, squared")
                .getOrDefault(term, term);
    }
}
