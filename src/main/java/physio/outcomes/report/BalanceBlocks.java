package physio.outcomes.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;

/** How alike the patients of a technique and of the reference are, before and after overlap weights. */
final class BalanceBlocks {
    /** More techniques share one chart. */
    private static final int SINGLY = 2;

    private final ComparisonSubject subject;
    private final Measure measure;
    private final List<Block> blocks = new ArrayList<>();

    private BalanceBlocks(ComparisonSubject subject, Measure measure) {
        this.subject = subject;
        this.measure = measure;
    }

    static List<Block> of(ComparisonSubject subject, Measure measure) {
        BalanceBlocks balance = new BalanceBlocks(subject, measure);
        balance.addCharts();
        MonthlySubject.windows(measure).forEach(balance::addOverlap);
        return balance.blocks.isEmpty() ? List.of() : balance.headed();
    }

    private List<Block> headed() {
        List<Block> headed = new ArrayList<>();
        headed.add(new Heading(Texts.say("balance.heading")));
        headed.add(new Paragraph(Texts.say(
                "balance.about", Texts.number(String.valueOf(BalanceChart.COMPARABLE)), "tables/balance.csv")));
        headed.addAll(blocks);
        return headed;
    }

    private void addCharts() {
        Map<String, List<PublishedRow>> byTechnique = new LinkedHashMap<>();
        subject.rows("balance", measure, ComparisonSubject.LASTING).stream()
                .filter(ComparisonSubject::isTechnique)
                .forEach(row -> byTechnique
                        .computeIfAbsent(row.key("technique"), first -> new ArrayList<>())
                        .add(row));
        if (byTechnique.size() > SINGLY) {
            blocks.add(new Drawing(
                    largest(byTechnique.values().stream().flatMap(List::stream).toList())));
            return;
        }
        byTechnique.forEach((technique, rows) -> blocks.add(new Drawing(new BalanceChart(
                "balance-" + measure.id() + "-" + technique,
                Texts.say(
                        "balance.title",
                        subject.techniqueLabel(technique),
                        subject.reference(measure, ComparisonSubject.LASTING)),
                terms(rows, "yes"),
                terms(rows, "no")))));
    }

    /** Many techniques in one chart: of each characteristic the most unlike level of the most unlike technique. */
    private BalanceChart largest(List<PublishedRow> rows) {
        return new BalanceChart(
                "balance-" + measure.id(),
                Texts.say("balance.title.largest", subject.reference(measure, ComparisonSubject.LASTING)),
                largest(rows, "yes"),
                largest(rows, "no"));
    }

    private List<BalanceChart.Term> largest(List<PublishedRow> rows, String inModel) {
        CaseMixLabels labels = new CaseMixLabels(subject);
        Map<String, List<PublishedRow>> byCharacteristic = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.text("in_model").equals(inModel))
                .forEach(row -> byCharacteristic
                        .computeIfAbsent(labels.characteristicOf(row.key("term")), first -> new ArrayList<>())
                        .add(row));
        List<BalanceChart.Term> terms = new ArrayList<>();
        byCharacteristic.forEach((characteristic, own) -> terms.add(new BalanceChart.Term(
                characteristic,
                largest(own, row -> row.number("smd_before")),
                largest(own, row -> row.number("smd_after")))));
        return terms;
    }

    private static OptionalDouble largest(List<PublishedRow> rows, Function<PublishedRow, OptionalDouble> value) {
        return rows.stream()
                .map(value)
                .flatMapToDouble(OptionalDouble::stream)
                .map(Math::abs)
                .max();
    }

    private List<BalanceChart.Term> terms(List<PublishedRow> rows, String inModel) {
        CaseMixLabels labels = new CaseMixLabels(subject);
        return rows.stream()
                .filter(row -> row.text("in_model").equals(inModel))
                .map(row -> new BalanceChart.Term(
                        labels.term(row.key("term")), row.number("smd_before"), row.number("smd_after")))
                .toList();
    }

    private void addOverlap(String window) {
        List<PublishedRow> rows = subject.rows("overlap", measure, window);
        if (!rows.isEmpty()) {
            blocks.add(new Grid(
                    Texts.say("overlap.caption", subject.against(measure, window)),
                    List.of(
                            Texts.say("column.technique"),
                            Texts.say("overlap.effective"),
                            Texts.say("overlap.effective.reference"),
                            Texts.say("overlap.support"),
                            Texts.say("overlap.removed"),
                            Texts.say("overlap.before"),
                            Texts.say("overlap.outside"),
                            Texts.say("column.note")),
                    rows.stream().map(row -> cells(row, window)).toList()));
        }
    }

    private List<String> cells(PublishedRow row, String window) {
        return List.of(
                subject.technique(row),
                Estimates.cell(row, Words.number(row.number("n_effective"))),
                Estimates.cell(row, Words.number(row.number("n_effective_reference"))),
                Estimates.cell(row, Words.percent(row.number("common_support"))),
                Estimates.count(row, "rows_removed"),
                largestBefore(row.key("technique"), window),
                Estimates.cell(row, Words.number(row.number("largest_difference_outside"))),
                Estimates.remark(row));
    }

    private String largestBefore(String technique, String window) {
        CaseMixLabels labels = new CaseMixLabels(subject);
        return subject.rows("balance", measure, window).stream()
                .filter(row -> row.key("technique").equals(technique)
                        && row.number("smd_before").isPresent())
                .max(Comparator.comparingDouble(BalanceBlocks::before))
                .map(row ->
                        Words.number(OptionalDouble.of(before(row))) + Words.bracketed(labels.term(row.key("term"))))
                .orElse(Words.NONE);
    }

    private static double before(PublishedRow row) {
        return Math.abs(row.number("smd_before").orElseThrow());
    }
}
