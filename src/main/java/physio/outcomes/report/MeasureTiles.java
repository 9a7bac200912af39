package physio.outcomes.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Tile;
import physio.outcomes.report.Page.Tiles;

/** A measure's month: mean improvement, who improved, who got worse. */
final class MeasureTiles {
    private final MonthlySubject subject;
    private final Measure measure;
    private final PublishedRow row;
    private final Optional<PublishedRow> whole;

    private MeasureTiles(MonthlySubject subject, Measure measure, PublishedRow row) {
        this.subject = subject;
        this.measure = measure;
        this.row = row;
        this.whole = subject.isOneClinic() ? subject.total(MonthlySubject.ALL, measure, "episode") : Optional.empty();
    }

    /** None where the month has no episode with both scores. */
    static Optional<Tiles> of(MonthlySubject subject, Measure measure) {
        return subject.total(subject.clinic(), measure, "episode")
                .map(row -> new MeasureTiles(subject, measure, row).tiles());
    }

    private Tiles tiles() {
        Indicators indicators = subject.indicators();
        return new Tiles(List.of(
                tile(
                        "tile.improvement",
                        row.number("improvement_mean"),
                        Texts.say("number.unit", Words.change(row.number("improvement_mean")), measure.unit()),
                        Words.interval(
                                OutcomeRows.improvementLow(row, measure), OutcomeRows.improvementHigh(row, measure)),
                        whole.map(all -> OutcomeRows.figure(all, "improvement_mean", Words::change)),
                        indicators.improvement(measure)),
                tile(
                        "tile.improved",
                        row.number("improved_rate"),
                        Words.percent(row.number("improved_rate")),
                        Words.percentInterval(row.number("improved_ci_low"), row.number("improved_ci_high")),
                        whole.map(all -> OutcomeRows.figure(all, "improved_rate", Words::percent)),
                        indicators.improved(measure)),
                tile(
                        "tile.worse",
                        row.number("deteriorated_rate"),
                        Words.percent(row.number("deteriorated_rate")),
                        Words.percentInterval(row.number("deteriorated_ci_low"), row.number("deteriorated_ci_high")),
                        whole.map(all -> OutcomeRows.figure(all, "deteriorated_rate", Words::percent)),
                        indicators.worse(measure))));
    }

    /** A row that is shown may leave a figure of few out. */
    private Tile tile(
            String label,
            OptionalDouble figure,
            String value,
            String interval,
            Optional<String> all,
            MonthsChart months) {
        Trend trend = new Trend(months);
        boolean isHidden = row.isSuppressed() || figure.isEmpty();
        return new Tile(
                Texts.say(label, measure.label()),
                isHidden ? Words.hidden() : value,
                isHidden ? Texts.say("tile.too_few") : detail(interval),
                all.map(benchmark -> Texts.say("tile.benchmark", benchmark)).orElse(""),
                isHidden && trend.variation().isEmpty() ? List.of() : trend.statuses(),
                trend.drawn());
    }

    private String detail(String interval) {
        String named = Words.named(interval);
        return (named.isEmpty() ? "" : named + "; ") + OutcomeRows.patients(row);
    }
}
