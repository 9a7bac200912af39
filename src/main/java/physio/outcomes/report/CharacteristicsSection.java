package physio.outcomes.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** Who got which technique: the Table 1 of a paper, with standardised differences against the reference. */
final class CharacteristicsSection {
    private final ComparisonSubject subject;
    private final List<PublishedRow> rows;
    private final List<String> techniques;

    private CharacteristicsSection(ComparisonSubject subject) {
        this.subject = subject;
        this.rows = subject.tables().rows("characteristics", Map.of());
        this.techniques = rows.stream()
                .map(row -> row.key("technique"))
                .distinct()
                .sorted(Comparator.comparing(technique -> !technique.equals(MonthlySubject.ALL)))
                .toList();
    }

    static Section of(ComparisonSubject subject) {
        CharacteristicsSection section = new CharacteristicsSection(subject);
        return new Section("characteristics", Texts.say("characteristics.heading"), section.blocks());
    }

    private List<Block> blocks() {
        if (rows.isEmpty()) {
            return List.of(new Paragraph(Texts.say("characteristics.none")));
        }
        List<Block> blocks = new ArrayList<>();
        String reference = subject.techniqueLabel(rows.get(0).text("reference"));
        blocks.add(new Paragraph(
                Texts.say("characteristics.about", reference, Texts.number(String.valueOf(BalanceChart.BALANCED)))));
        blocks.add(grid(Texts.say("characteristics.caption"), Function.identity(), CharacteristicsSection::figure));
        blocks.add(grid(
                Texts.say("characteristics.differences", reference),
                CharacteristicsSection::compared,
                row -> Words.change(row.number("smd"))));
        Imbalance.largest(subject)
                .ifPresent(imbalance ->
                        blocks.add(new Paragraph(Texts.say("characteristics.largest", imbalance.toString()))));
        return blocks;
    }

    private static List<String> compared(List<String> techniques) {
        return techniques.stream()
                .filter(technique -> !technique.equals(MonthlySubject.ALL))
                .toList();
    }

    private Grid grid(
            String caption, Function<List<String>, List<String>> choice, Function<PublishedRow, String> figure) {
        List<String> columns = choice.apply(techniques);
        CaseMixLabels labels = new CaseMixLabels(subject);
        Map<String, Map<String, PublishedRow>> lines = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.key("level").equals(MonthlySubject.ALL))
                .forEach(row -> lines.computeIfAbsent(
                                labels.characteristic(row.key("characteristic"), row.key("level")),
                                first -> new LinkedHashMap<>())
                        .put(row.key("technique"), row));
        List<List<String>> cells = new ArrayList<>();
        lines.forEach((label, line) -> {
            List<String> texts = new ArrayList<>(List.of(label));
            columns.forEach(technique -> texts.add(Optional.ofNullable(line.get(technique))
                    .map(row -> Estimates.cell(row, figure.apply(row)))
                    .orElse(Words.NONE)));
            cells.add(texts);
        });
        List<String> headings = new ArrayList<>(List.of(Texts.say("characteristics.characteristic")));
        columns.forEach(technique -> headings.add(subject.techniqueLabel(technique)));
        return new Grid(caption, headings, cells);
    }

    private static String figure(PublishedRow row) {
        String episodes = Words.count(row.count("n_episodes"));
        if (row.key("level").isEmpty()) {
            return Words.number(row.number("mean")) + Words.bracketed(Words.number(row.number("sd")), episodes);
        }
        return episodes + Words.bracketed(Words.percent(row.number("share")));
    }
}
