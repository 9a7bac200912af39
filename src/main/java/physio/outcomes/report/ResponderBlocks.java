package physio.outcomes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;

/** Who responded: by each definition of a response, and by each treatment of those without a follow-up. */
final class ResponderBlocks {
    private static final List<String> TREATMENTS = List.of("available", "no_response", "weighted");

    private final ComparisonSubject subject;
    private final Measure measure;
    private final List<PublishedRow> rows;

    private ResponderBlocks(ComparisonSubject subject, Measure measure) {
        this.subject = subject;
        this.measure = measure;
        this.rows = withoutHidden(subject.rows("responders", measure));
    }

    /** A technique of which all is hidden needs one line to say so. */
    private static List<PublishedRow> withoutHidden(List<PublishedRow> rows) {
        Set<String> shown = rows.stream()
                .filter(row -> !row.isSuppressed())
                .map(row -> row.key("technique"))
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> shown.contains(row.key("technique"))
                        || row.key("definition").equals("mcid"))
                .toList();
    }

    static List<Block> of(ComparisonSubject subject, Measure measure) {
        ResponderBlocks responders = new ResponderBlocks(subject, measure);
        List<Block> blocks = new ArrayList<>();
        responders.addShares(blocks);
        responders.addThresholds(blocks);
        if (!blocks.isEmpty()) {
            blocks.add(0, new Heading(Texts.say("responses.heading")));
        }
        return blocks;
    }

    private void addShares(List<Block> blocks) {
        List<PublishedRow> outcomes = subject.outcomes(measure, ComparisonSubject.LASTING).stream()
                .filter(row -> !row.key("technique").equals(MonthlySubject.ALL))
                .toList();
        if (outcomes.stream().anyMatch(row -> row.number("improved_rate").isPresent())) {
            blocks.add(new Drawing(OutcomeRows.shares(
                    "responders-" + measure.id(),
                    Texts.say("responders.title", measure.label()),
                    Texts.say("unit.episodes"),
                    outcomes,
                    subject::technique)));
        }
    }

    private void addThresholds(List<Block> blocks) {
        if (rows.isEmpty()) {
            return;
        }
        blocks.add(new Paragraph(Texts.say("responses.intro")));
        blocks.add(new Drawing(strip()));
        blocks.add(grid());
    }

    private ForestChart strip() {
        Map<String, List<IntervalChart.Row>> groups = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.key("missing").equals("available"))
                .forEach(row -> groups.computeIfAbsent(subject.technique(row), first -> new ArrayList<>())
                        .add(new IntervalChart.Row(
                                definition(row),
                                percent(row.number("rate")),
                                percent(row.number("ci_low")),
                                percent(row.number("ci_high")),
                                OutcomeRows.patients(row))));
        List<ForestChart.Group> drawn = new ArrayList<>();
        groups.forEach((technique, estimates) -> drawn.add(new ForestChart.Group(technique, estimates)));
        return new ForestChart(
                "thresholds-" + measure.id(),
                Texts.say("responses.title", measure.label()),
                new Axis(Texts.say("responses.quantity"), "%", 0),
                Better.HIGHER,
                OptionalDouble.empty(),
                drawn);
    }

    private static OptionalDouble percent(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
    }

    private Grid grid() {
        Map<List<String>, Map<String, PublishedRow>> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.computeIfAbsent(
                        List.of(subject.technique(row), definition(row)), first -> new LinkedHashMap<>())
                .put(row.key("missing"), row));
        List<List<String>> cells = new ArrayList<>();
        lines.forEach((line, own) -> {
            List<String> texts = new ArrayList<>(line);
            TREATMENTS.forEach(
                    treatment -> texts.add(own.containsKey(treatment) ? rate(own.get(treatment)) : Words.NONE));
            cells.add(texts);
        });
        return new Grid(
                Texts.say("responses.caption", measure.label()),
                List.of(
                        Texts.say("column.technique"),
                        Texts.say("responses.column.response"),
                        Texts.say("responses.column.available"),
                        Texts.say("responses.column.no_response"),
                        Texts.say("responses.column.weighted")),
                cells);
    }

    private static String rate(PublishedRow row) {
        return Estimates.cell(
                row,
                Words.percent(row.number("rate"))
                        + Words.bracketed(
                                Words.percentInterval(row.number("ci_low"), row.number("ci_high")),
                                Words.count(row.count("n_patients"))));
    }

    private String definition(PublishedRow row) {
        String name = row.key("definition");
        return switch (name) {
            case "mcid", "bands", "attainable", "acceptable" -> Texts.say("responses." + name);
            default -> numbered(name);
        };
    }

    private String numbered(String name) {
        String number = Texts.number(name.substring(name.lastIndexOf('_') + 1));
        return name.startsWith("percent_")
                ? Texts.say("mcid.percent", number)
                : name.startsWith("absolute_") ? "≥ " + Texts.say("number.unit", number, measure.unit()) : name;
    }
}
