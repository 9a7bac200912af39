package physio.outcomes.report;

import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;

/** How improvement is spread over patients, by technique: a mean may hide that some got worse. */
final class DistributionBlocks {
    private final ComparisonSubject subject;
    private final Measure measure;
    private final List<PublishedRow> rows;
    private final ImprovementBins bins;

    private DistributionBlocks(ComparisonSubject subject, Measure measure, List<PublishedRow> rows) {
        this.subject = subject;
        this.measure = measure;
        this.rows = rows;
        this.bins = new ImprovementBins(
                rows.stream().map(row -> row.key("bin")).distinct().toList());
    }

    static List<Block> of(ComparisonSubject subject, Measure measure) {
        List<PublishedRow> rows = subject.rows("change_distribution", measure).stream()
                .filter(row -> !row.key("bin").equals(MonthlySubject.ALL))
                .toList();
        return rows.isEmpty() ? List.of() : new DistributionBlocks(subject, measure, rows).blocks();
    }

    private List<Block> blocks() {
        return List.of(
                new Heading(Texts.say("spread.heading")),
                new Paragraph(Texts.say("spread.about", "tables/change_distribution.csv")),
                new Drawing(new DistributionChart(
                        "spread-" + measure.id(),
                        Texts.say("spread.title", measure.label()),
                        Texts.say("spread.of"),
                        new Axis(Texts.say("spread.quantity"), measure.unit(), 2),
                        bins.shown(),
                        bins.line(subject.thresholds().getOrDefault(measure.id(), OptionalDouble.empty())),
                        rows.stream()
                                .map(row -> row.key("technique"))
                                .distinct()
                                .map(this::row)
                                .toList())));
    }

    private DistributionChart.Row row(String technique) {
        List<PublishedRow> own = rows.stream()
                .filter(row -> row.key("technique").equals(technique))
                .toList();
        return new DistributionChart.Row(
                subject.techniqueLabel(technique),
                bins.labels().stream().map(bin -> share(own, bin)).toList(),
                note(technique));
    }

    /** A bin without a row is one that nobody is in. */
    private static OptionalDouble share(List<PublishedRow> own, String bin) {
        return own.stream()
                .filter(row -> row.key("bin").equals(bin))
                .findFirst()
                .map(row -> row.number("share"))
                .orElse(OptionalDouble.of(0));
    }

    private String note(String technique) {
        return subject.outcomes(measure, ComparisonSubject.LASTING).stream()
                .filter(row -> row.key("technique").equals(technique))
                .findFirst()
                .map(OutcomeRows::patients)
                .orElse("");
    }
}
