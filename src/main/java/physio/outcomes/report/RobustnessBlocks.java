package physio.outcomes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;

/** Whether the adjusted differences stand when episodes are chosen otherwise, and against what is not recorded. */
final class RobustnessBlocks {
    private final ComparisonSubject subject;
    private final Measure measure;

    private RobustnessBlocks(ComparisonSubject subject, Measure measure) {
        this.subject = subject;
        this.measure = measure;
    }

    static List<Block> of(ComparisonSubject subject, Measure measure) {
        RobustnessBlocks robustness = new RobustnessBlocks(subject, measure);
        List<Block> blocks = new ArrayList<>();
        List<PublishedRow> rows = subject.rows("sensitivity", measure);
        if (!rows.isEmpty()) {
            blocks.add(new Drawing(robustness.chart(rows)));
            blocks.add(robustness.grid(rows));
        }
        if (!subject.rows("e_values", measure).isEmpty()) {
            blocks.add(new Paragraph(Texts.say("e_value.about")));
        }
        MonthlySubject.windows(measure).forEach(window -> blocks.addAll(EValues.blocks(subject, measure, window)));
        if (!blocks.isEmpty()) {
            blocks.add(0, new Heading(Texts.say("robustness.heading")));
        }
        return blocks;
    }

    private ForestChart chart(List<PublishedRow> rows) {
        Map<String, List<IntervalChart.Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(subject.technique(row), first -> new ArrayList<>())
                .add(Estimates.drawn(variant(row), row, Estimates.note(row))));
        List<ForestChart.Group> drawn = new ArrayList<>();
        groups.forEach((technique, estimates) -> drawn.add(new ForestChart.Group(technique, estimates)));
        return new ForestChart(
                "sensitivity-" + measure.id(),
                Texts.say("robustness.title", measure.label(), subject.reference(measure, ComparisonSubject.LASTING)),
                new Axis(Texts.say("contrast.quantity"), measure.unit(), 2),
                Better.HIGHER,
                OptionalDouble.of(0),
                drawn);
    }

    private Grid grid(List<PublishedRow> rows) {
        return new Grid(
                Texts.say("robustness.caption", measure.label(), measure.unit()),
                List.of(
                        Texts.say("column.technique"),
                        Texts.say("column.episodes"),
                        Texts.say("column.patients"),
                        Texts.say("column.difference"),
                        Texts.say("column.interval"),
                        Texts.say("column.p"),
                        Texts.say("column.note")),
                rows.stream().map(this::cells).toList());
    }

    private List<String> cells(PublishedRow row) {
        boolean isRefused = Estimates.isRefused(row);
        return List.of(
                subject.technique(row),
                variant(row),
                Estimates.arms(row),
                isRefused ? Words.NONE : Estimates.estimate(row),
                isRefused ? Words.NONE : Estimates.interval(row),
                isRefused ? Words.NONE : Estimates.pValue(row, "p_value"),
                Estimates.remark(row));
    }

    private static String variant(PublishedRow row) {
        return CodeLabels.of("robustness", row.key("variant"));
    }
}
