package physio.outcomes.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;

/** Whether a difference is the same in all clinics and body regions. */
final class HeterogeneityBlocks {
    /** Units of more techniques are not all drawn. */
    private static final int SINGLY = 2;

    private final ComparisonSubject subject;
    private final Measure measure;

    private HeterogeneityBlocks(ComparisonSubject subject, Measure measure) {
        this.subject = subject;
        this.measure = measure;
    }

    static List<Block> of(ComparisonSubject subject, Measure measure) {
        List<PublishedRow> rows = subject.rows("heterogeneity", measure);
        return rows.isEmpty() ? List.of() : new HeterogeneityBlocks(subject, measure).blocks(rows);
    }

    private List<Block> blocks(List<PublishedRow> rows) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(Texts.say("heterogeneity.heading")));
        blocks.add(new Paragraph(Texts.say("heterogeneity.about")));
        List<PublishedRow> pooled = rows.stream()
                .filter(row -> row.key("window").equals(ComparisonSubject.LASTING)
                        && ComparisonSubject.isTechnique(row)
                        && row.number("estimate").isPresent())
                .toList();
        if (pooled.stream().map(row -> row.key("technique")).distinct().count() > SINGLY) {
            blocks.add(new Drawing(summary(pooled)));
            List.of("clinic", "region")
                    .forEach(by -> mostUnlike(pooled, by).ifPresent(row -> {
                        blocks.add(new Paragraph(by(
                                "heterogeneity.most",
                                row,
                                subject.technique(row),
                                Words.percent(row.number("i_squared")))));
                        blocks.add(new Drawing(chart(row)));
                    }));
        } else {
            pooled.forEach(row -> blocks.add(new Drawing(chart(row))));
        }
        blocks.add(grid(rows));
        return blocks;
    }

    private static Optional<PublishedRow> mostUnlike(List<PublishedRow> pooled, String by) {
        return pooled.stream()
                .filter(row ->
                        row.key("by").equals(by) && row.number("i_squared").isPresent())
                .max(Comparator.comparingDouble(row -> row.number("i_squared").orElseThrow()));
    }

    /** What each technique pools to, with the interval of a further unit below. */
    private ForestChart summary(List<PublishedRow> pooled) {
        Map<String, List<IntervalChart.Row>> groups = new LinkedHashMap<>();
        for (PublishedRow row : pooled) {
            List<IntervalChart.Row> group = groups.computeIfAbsent(subject.technique(row), first -> new ArrayList<>());
            group.add(Estimates.drawn(
                    by("heterogeneity.pooled", row),
                    row,
                    by("heterogeneity.note", row, Words.count(row.count("n_units")))));
            group.add(new IntervalChart.Row(
                    by("heterogeneity.further", row),
                    row.number("estimate"),
                    row.number("prediction_low"),
                    row.number("prediction_high"),
                    ""));
        }
        List<ForestChart.Group> drawn = new ArrayList<>();
        groups.forEach((technique, own) -> drawn.add(new ForestChart.Group(technique, own)));
        return new ForestChart(
                "heterogeneity-" + measure.id(),
                Texts.say(
                        "heterogeneity.title", measure.label(), subject.reference(measure, ComparisonSubject.LASTING)),
                new Axis(Texts.say("contrast.quantity"), measure.unit(), 2),
                Better.HIGHER,
                OptionalDouble.of(0),
                drawn);
    }

    private HeterogeneityChart chart(PublishedRow pooled) {
        double between = pooled.number("tau_squared").orElse(0);
        List<HeterogeneityChart.Unit> units = subject
                .tables()
                .rows(
                        "heterogeneity_units",
                        Map.of(
                                "measure", measure.id(),
                                "window", pooled.key("window"),
                                "by", pooled.key("by"),
                                "technique", pooled.key("technique")))
                .stream()
                .sorted(Comparator.comparingDouble(row -> row.number("estimate").orElse(Double.POSITIVE_INFINITY)))
                .map(row -> new HeterogeneityChart.Unit(
                        Estimates.drawn(unit(row), row, OutcomeRows.patients(row)), weight(row, between)))
                .toList();
        return new HeterogeneityChart(
                "heterogeneity-" + measure.id() + "-" + pooled.key("by") + "-" + pooled.key("technique"),
                by(
                        "heterogeneity.title",
                        pooled,
                        measure.label(),
                        subject.technique(pooled),
                        subject.reference(measure, ComparisonSubject.LASTING)),
                new Axis(Texts.say("contrast.quantity"), measure.unit(), 2),
                Better.HIGHER,
                units,
                Estimates.drawn(
                        by("heterogeneity.all", pooled, Words.count(pooled.count("n_units"))),
                        pooled,
                        Texts.say("heterogeneity.i_squared", Words.percent(pooled.number("i_squared")))),
                prediction(pooled));
    }

    /** In the random-effects model. */
    private static OptionalDouble weight(PublishedRow row, double between) {
        OptionalDouble error = row.number("std_error");
        return error.isPresent() && error.getAsDouble() > 0
                ? OptionalDouble.of(1 / (error.getAsDouble() * error.getAsDouble() + between))
                : OptionalDouble.empty();
    }

    private static IntervalChart.Row prediction(PublishedRow pooled) {
        return new IntervalChart.Row(
                Texts.say("heterogeneity.prediction"),
                OptionalDouble.empty(),
                pooled.number("prediction_low"),
                pooled.number("prediction_high"),
                "");
    }

    private String unit(PublishedRow row) {
        return row.key("by").equals("clinic")
                ? Texts.say("heterogeneity.unit.clinic", row.key("unit"))
                : subject.region(row.key("unit"));
    }

    /** A text that clinics and regions have each. */
    private static String by(String key, PublishedRow row, String... words) {
        return Texts.say(key + (row.key("by").equals("clinic") ? ".clinic" : ".region"), words);
    }

    private Grid grid(List<PublishedRow> rows) {
        return new Grid(
                Texts.say("heterogeneity.caption", measure.label(), measure.unit()),
                List.of(
                        Texts.say("column.technique"),
                        Texts.say("heterogeneity.window"),
                        Texts.say("heterogeneity.by"),
                        Texts.say("heterogeneity.units"),
                        Texts.say("column.difference"),
                        Texts.say("column.interval"),
                        Texts.say("heterogeneity.prediction"),
                        Texts.say("heterogeneity.tau_squared"),
                        Texts.say("heterogeneity.i_squared.column"),
                        Texts.say("heterogeneity.q"),
                        Texts.say("column.note")),
                rows.stream().map(this::cells).toList());
    }

    private List<String> cells(PublishedRow row) {
        return List.of(
                subject.technique(row),
                MonthlySubject.windowLabel(row.key("window")),
                by("heterogeneity.by", row),
                Estimates.count(row, "n_units"),
                Estimates.estimate(row),
                Estimates.interval(row),
                Estimates.cell(row, Words.interval(row.number("prediction_low"), row.number("prediction_high"))),
                Estimates.cell(row, Words.number(row.number("tau_squared"))),
                Estimates.cell(row, Words.percent(row.number("i_squared"))),
                Estimates.pValue(row, "q_p"),
                Estimates.remark(row));
    }
}
