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
        blocks.add(new Heading("The same in all clinics and regions?"));
        blocks.add(
                new Paragraph("Differences adjusted for the baseline within each unit of at least 20 patients an arm,"
                        + " ordered by estimate, and pooled by a random-effects model (REML, Knapp-Hartung). The prediction"
                        + " interval is where the difference of a further unit is expected. Body regions share patients: their"
                        + " estimates are not independent, and their pooled interval may be too narrow. Charts are of the"
                        + " change over the episode."));
        List<PublishedRow> pooled = rows.stream()
                .filter(row -> row.key("window").equals(ComparisonSubject.LASTING)
                        && ComparisonSubject.isTechnique(row)
                        && row.number("estimate").isPresent())
                .toList();
        if (pooled.stream().map(row -> row.key("technique")).distinct().count() > SINGLY) {
            blocks.add(new Drawing(summary(pooled)));
            List.of("clinic", "region")
                    .forEach(by -> mostUnlike(pooled, by).ifPresent(row -> {
                        blocks.add(new Paragraph("Of the techniques by " + by(row) + ", " + subject.technique(row)
                                + " differs most between units (I² = " + Words.percent(row.number("i_squared"))
                                + "):"));
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
            String by = by(row).equals("clinic") ? "clinics" : "regions";
            group.add(Estimates.drawn("Pooled over " + by, row, Words.count(row.count("n_units")) + " " + by));
            group.add(new IntervalChart.Row(
                    "A further one of the " + by,
                    row.number("estimate"),
                    row.number("prediction_low"),
                    row.number("prediction_high"),
                    ""));
        }
        List<ForestChart.Group> drawn = new ArrayList<>();
        groups.forEach((technique, own) -> drawn.add(new ForestChart.Group(technique, own)));
        return new ForestChart(
                "heterogeneity-" + measure.id(),
                measure.label() + " pooled over clinics and regions, against "
                        + subject.reference(measure, ComparisonSubject.LASTING),
                new Axis("Difference in improvement", measure.unit(), 2),
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
                measure.label() + " by " + by(pooled) + ": " + subject.technique(pooled) + " against "
                        + subject.reference(measure, ComparisonSubject.LASTING),
                new Axis("Difference in improvement", measure.unit(), 2),
                Better.HIGHER,
                units,
                Estimates.drawn(
                        Words.count(pooled.count("n_units")) + " " + by(pooled) + "s",
                        pooled,
                        "I² = " + Words.percent(pooled.number("i_squared"))),
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
                "Prediction interval",
                OptionalDouble.empty(),
                pooled.number("prediction_low"),
                pooled.number("prediction_high"),
                "");
    }

    private String unit(PublishedRow row) {
        return row.key("by").equals("clinic") ? "Clinic " + row.key("unit") : subject.region(row.key("unit"));
    }

    private static String by(PublishedRow row) {
        return row.key("by").equals("clinic") ? "clinic" : "body region";
    }

    private Grid grid(List<PublishedRow> rows) {
        return new Grid(
                "Differences pooled over clinics and regions, " + measure.label() + "; " + measure.unit(),
                List.of(
                        "Technique",
                        "Window",
                        "By",
                        "Units",
                        "Difference",
                        "95% interval",
                        "Prediction interval",
                        "τ²",
                        "I²",
                        "Q, p",
                        "Note"),
                rows.stream().map(this::cells).toList());
    }

    private List<String> cells(PublishedRow row) {
        return List.of(
                subject.technique(row),
                MonthlySubject.windowLabel(row.key("window")),
                by(row),
                Estimates.count(row, "n_units"),
                Estimates.estimate(row),
                Estimates.interval(row),
                Estimates.cell(row, Words.interval(row.number("prediction_low"), row.number("prediction_high"))),
                Estimates.cell(row, Words.number(row.number("tau_squared"))),
                Estimates.cell(row, Words.percent(row.number("i_squared"))),
                Estimates.pValue(row, "q_p"),
                row.text("note"));
    }
}
