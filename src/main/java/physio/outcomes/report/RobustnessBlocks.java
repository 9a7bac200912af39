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
            blocks.add(EValues.MEANING);
        }
        MonthlySubject.windows(measure).forEach(window -> blocks.addAll(EValues.blocks(subject, measure, window)));
        if (!blocks.isEmpty()) {
            blocks.add(0, new Heading("How robust are the differences?"));
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
                measure.label() + " by choice of episodes, adjusted, against "
                        + subject.reference(measure, ComparisonSubject.LASTING),
                new Axis("Difference in improvement", measure.unit(), 2),
                Better.HIGHER,
                OptionalDouble.of(0),
                drawn);
    }

    private Grid grid(List<PublishedRow> rows) {
        return new Grid(
                "Adjusted differences (ANCOVA) by choice of episodes, " + measure.label() + "; " + measure.unit()
                        + "; patients of the technique and of the reference",
                List.of("Technique", "Episodes", "Patients", "Difference", "95% interval", "p", "Note"),
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
                row.text("note"));
    }

    private static String variant(PublishedRow row) {
        return switch (row.key("variant")) {
            case "all_episodes" -> "All episodes";
            case "closed_episodes" -> "Closed episodes only";
            case "sole_technique" -> "Episodes of one technique only";
            default -> CaseMixLabels.factor(row.key("variant"));
        };
    }
}
