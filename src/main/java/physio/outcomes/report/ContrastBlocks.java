package physio.outcomes.report;

import java.util.ArrayList;
import java.util.Comparator;
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

/** The contrasts of one measure and window, all models side by side, and the figures they are made from. */
final class ContrastBlocks {
    private final ComparisonSubject subject;
    private final Measure measure;
    private final String window;
    private final String against;

    private ContrastBlocks(ComparisonSubject subject, Measure measure, String window) {
        this.subject = subject;
        this.measure = measure;
        this.window = window;
        this.against = subject.against(measure, window);
    }

    /** Nothing where the window has no contrast. */
    static List<Block> of(ComparisonSubject subject, Measure measure, String window) {
        List<PublishedRow> contrasts = subject.rows("technique_comparison", measure, window);
        return contrasts.isEmpty() ? List.of() : new ContrastBlocks(subject, measure, window).blocks(contrasts);
    }

    private List<Block> blocks(List<PublishedRow> contrasts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(Texts.say("contrasts.heading", MonthlySubject.windowLabel(window))));
        RegressionToTheMean.warning(subject, measure, window).ifPresent(blocks::add);
        List<List<PublishedRow>> byTechnique = byTechnique(contrasts);
        blocks.add(new Drawing(forest(byTechnique)));
        blocks.add(grid(byTechnique));
        blocks.addAll(AdjustedMeans.of(subject, measure, window));
        blocks.add(crude());
        return blocks;
    }

    private ForestChart forest(List<List<PublishedRow>> byTechnique) {
        return new ForestChart(
                "contrasts-" + measure.id() + "-" + window,
                against,
                new Axis(Texts.say("contrast.quantity"), measure.unit(), 2),
                Better.HIGHER,
                OptionalDouble.of(0),
                byTechnique.stream()
                        .map(rows -> new ForestChart.Group(subject.technique(rows.get(0)), estimates(rows)))
                        .toList());
    }

    /** The contrasts of each technique; those without any estimate last, so that the key begins with all models. */
    private static List<List<PublishedRow>> byTechnique(List<PublishedRow> contrasts) {
        Map<String, List<PublishedRow>> byTechnique = new LinkedHashMap<>();
        contrasts.forEach(row -> byTechnique
                .computeIfAbsent(row.key("technique"), first -> new ArrayList<>())
                .add(row));
        return byTechnique.values().stream()
                .sorted(Comparator.comparing(ContrastBlocks::isWithoutEstimate))
                .toList();
    }

    private static boolean isWithoutEstimate(List<PublishedRow> rows) {
        return rows.stream().allMatch(row -> row.number("estimate").isEmpty());
    }

    /** A technique without any estimate needs one line to say so, not one a model. */
    private static List<PublishedRow> told(List<PublishedRow> rows) {
        boolean isOneReason =
                rows.stream().map(row -> row.text("note")).distinct().count() == 1;
        return isWithoutEstimate(rows) && isOneReason
                ? rows.stream()
                        .filter(row -> row.key("model").equals(ComparisonSubject.JUDGED_BY))
                        .toList()
                : rows;
    }

    private static List<IntervalChart.Row> estimates(List<PublishedRow> rows) {
        return told(rows).stream()
                .filter(row -> ModelLabels.DRAWN.contains(row.key("model")))
                .map(row -> Estimates.drawn(ModelLabels.of(row.key("model")), row, Estimates.note(row)))
                .toList();
    }

    private Grid grid(List<List<PublishedRow>> byTechnique) {
        return new Grid(
                Texts.say("contrasts.caption", against, measure.unit()),
                List.of(
                        Texts.say("column.technique"),
                        Texts.say("contrasts.model"),
                        Texts.say("column.patients"),
                        Texts.say("column.difference"),
                        Texts.say("column.interval"),
                        Texts.say("column.p"),
                        Texts.say("contrasts.p_holm"),
                        Texts.say("column.note")),
                byTechnique.stream()
                        .flatMap(rows -> told(rows).stream()
                                .map(row -> cells(row, told(rows).size() < rows.size())))
                        .toList());
    }

    private List<String> cells(PublishedRow row, boolean isForAllModels) {
        boolean isRefused = Estimates.isRefused(row);
        return List.of(
                subject.technique(row),
                isForAllModels
                        ? Texts.say("contrasts.model.all")
                        : Estimates.unbroken(ModelLabels.of(row.key("model"))),
                Estimates.arms(row),
                isRefused ? Words.NONE : Estimates.estimate(row),
                isRefused ? Words.NONE : Estimates.interval(row),
                isRefused ? Words.NONE : Estimates.pValue(row, "p_value"),
                isRefused ? Words.NONE : Estimates.pValue(row, "p_holm"),
                Estimates.remark(row));
    }

    private Grid crude() {
        return OutcomeRows.grid(
                Texts.say("contrasts.crude", measure.label(), MonthlySubject.windowLabel(window), measure.unit()),
                measure,
                subject.outcomes(measure, window).stream()
                        .filter(row -> !row.key("technique").equals(MonthlySubject.ALL))
                        .toList(),
                subject::technique);
    }
}
