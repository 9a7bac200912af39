package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** Techniques by body region, all clinics together: where what helps. */
final class RegionsSection {
    private final MonthlySubject subject;

    private RegionsSection(MonthlySubject subject) {
        this.subject = subject;
    }

    static Section of(MonthlySubject subject) {
        return new Section("regions", Texts.say("regions.heading"), new RegionsSection(subject).blocks());
    }

    private List<Block> blocks() {
        List<String> regions = keys("body_region");
        if (regions.size() < 2) {
            return List.of(new Paragraph(Texts.say("regions.few")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Texts.say("regions.intro", subject.clinicsPeriod())));
        for (Measure measure : subject.measures()) {
            add(blocks, measure, regions);
        }
        return blocks;
    }

    private void add(List<Block> blocks, Measure measure, List<String> regions) {
        List<String> names = regions.stream().map(this::label).toList();
        List<HeatChart.Row> drawn = new ArrayList<>();
        List<List<String>> told = new ArrayList<>();
        for (String technique : keys("technique")) {
            List<Optional<PublishedRow>> cells = regions.stream()
                    .map(region -> cell(region, measure, technique))
                    .toList();
            String label = MonthlySubject.techniqueLabel(subject.settings(), technique);
            drawn.add(new HeatChart.Row(
                    label, cells.stream().map(RegionsSection::mean).toList()));
            told.add(Stream.concat(Stream.of(label), cells.stream().map(RegionsSection::told))
                    .toList());
        }
        String title = Texts.say("regions.title", measure.label());
        blocks.add(new Drawing(new HeatChart(
                "regions-" + measure.id(),
                title,
                new Axis(Texts.say("quantity.improvement"), measure.unit(), 1),
                Better.HIGHER,
                names,
                drawn)));
        List<String> headings = new ArrayList<>(List.of(Texts.say("column.technique")));
        headings.addAll(names);
        blocks.add(new Grid(Texts.say("regions.caption", title, measure.unit()), headings, told));
    }

    private static OptionalDouble mean(Optional<PublishedRow> cell) {
        return cell.map(row -> row.number("improvement_mean")).orElse(OptionalDouble.empty());
    }

    private static String told(Optional<PublishedRow> cell) {
        return cell.map(row -> row.isSuppressed()
                        ? Words.hidden()
                        : Words.change(row.number("improvement_mean"))
                                + Words.bracketed(Words.count(row.count("n_patients"))))
                .orElse(Words.NONE);
    }

    private Optional<PublishedRow> cell(String region, Measure measure, String technique) {
        return subject.tables()
                .regions()
                .first(Map.of("body_region", region, "measure", measure.id(), "technique", technique));
    }

    /** Margins last. */
    private List<String> keys(String dimension) {
        List<String> keys = new ArrayList<>(subject.tables().regions().rows().stream()
                .map(row -> row.key(dimension))
                .distinct()
                .sorted()
                .toList());
        if (keys.remove(MonthlySubject.ALL)) {
            keys.add(MonthlySubject.ALL);
        }
        return keys;
    }

    private String label(String region) {
        return switch (region) {
            case MonthlySubject.ALL -> Texts.say("regions.all");
            case "unknown" -> Texts.say("regions.unknown");
            default -> subject.settings().regionLabel(region);
        };
    }
}
