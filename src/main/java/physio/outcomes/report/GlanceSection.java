package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Tile;
import physio.outcomes.spc.Variation;

/** The month in a few sentences and headline figures, each with its n and interval. */
final class GlanceSection {
    private final MonthlySubject subject;

    private GlanceSection(MonthlySubject subject) {
        this.subject = subject;
    }

    static Page.Section of(MonthlySubject subject, List<String> attention) {
        GlanceSection glance = new GlanceSection(subject);
        return new Page.Section(
                "glance",
                "At a glance",
                List.of(
                        new Page.Sentences(glance.sentences()),
                        new Page.Heading("What needs attention"),
                        new Page.Sentences(attention),
                        new Page.Heading("The month in figures"),
                        new Page.Tiles(glance.tiles())));
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            sentences.add(subject.total(subject.clinic(), measure, "episode")
                    .map(row -> sentence(measure, row))
                    .orElse(measure.label()
                            + ": no episode last seen this month has both scores, so nothing can be said."));
        }
        return sentences;
    }

    private String sentence(Measure measure, PublishedRow row) {
        OptionalDouble mean = row.number("improvement_mean");
        OptionalDouble low = OutcomeRows.improvementLow(row, measure);
        OptionalDouble high = OutcomeRows.improvementHigh(row, measure);
        if (row.isSuppressed() || mean.isEmpty()) {
            return measure.label() + ": too few patients to show.";
        }
        if (low.isEmpty()) {
            return measure.label() + ": mean improvement " + Words.change(mean) + " " + measure.unit() + " ("
                    + OutcomeRows.patients(row) + "), without an interval to judge it by." + trend(measure);
        }
        String evidence = " (95% interval " + Words.interval(low, high) + ", " + OutcomeRows.patients(row) + ").";
        return measure.label() + direction(mean.getAsDouble(), low, high, measure.unit()) + evidence + trend(measure);
    }

    /** Improved or worse only where the interval leaves no doubt about the sign. */
    private static String direction(double mean, OptionalDouble low, OptionalDouble high, String unit) {
        if (low.isPresent() && low.getAsDouble() > 0) {
            return " improved by " + Words.number(mean) + " " + unit + " on average";
        }
        if (high.isPresent() && high.getAsDouble() < 0) {
            return " got worse by " + Words.number(-mean) + " " + unit + " on average";
        }
        return " did not clearly change: mean improvement " + Words.number(mean) + " " + unit;
    }

    private String trend(Measure measure) {
        Optional<Variation> variation = MonthlySeries.of(subject, measure).variation(1);
        return variation
                .map(kind -> switch (kind) {
                    case IMPROVING -> " Over the months it is improving beyond chance.";
                    case CONCERNING -> " Over the months it is getting worse beyond chance: look at Month by month.";
                    case NO_SIGNIFICANT_CHANGE -> " Over the months it varies no more than usual.";
                })
                .orElse("");
    }

    private List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        subject.activity(subject.clinic()).ifPresent(row -> addActivity(tiles, row));
        for (Measure measure : subject.measures()) {
            subject.total(subject.clinic(), measure, "episode").ifPresent(row -> addMeasure(tiles, measure, row));
        }
        return tiles;
    }

    private void addActivity(List<Tile> tiles, PublishedRow row) {
        OptionalDouble booked = row.number("booked");
        OptionalDouble attended = row.number("attended");
        OptionalDouble share = booked.isPresent() && attended.isPresent() && booked.getAsDouble() > 0
                ? OptionalDouble.of(attended.getAsDouble() / booked.getAsDouble())
                : OptionalDouble.empty();
        tiles.add(new Tile(
                "Sessions attended",
                row.isSuppressed() ? Words.HIDDEN : Words.count(row.count("attended")),
                Words.percent(share) + " of " + Words.count(row.count("booked")) + " booked",
                "",
                ""));
        tiles.add(new Tile(
                "Patients treated",
                row.isSuppressed() ? Words.HIDDEN : Words.count(row.count("n_patients")),
                "distinct, in " + Words.month(subject.month()),
                "",
                ""));
    }

    private void addMeasure(List<Tile> tiles, Measure measure, PublishedRow row) {
        Optional<PublishedRow> whole =
                subject.isOneClinic() ? subject.total(MonthlySubject.ALL, measure, "episode") : Optional.empty();
        if (row.isSuppressed()) {
            tiles.add(new Tile(measure.label(), Words.HIDDEN, "too few patients to show", benchmark(whole), ""));
            return;
        }
        tiles.add(new Tile(
                measure.label() + ", mean improvement",
                Words.change(row.number("improvement_mean")) + " " + measure.unit(),
                Words.interval(OutcomeRows.improvementLow(row, measure), OutcomeRows.improvementHigh(row, measure))
                        + "; " + OutcomeRows.patients(row),
                benchmark(whole),
                status(measure)));
        tiles.add(new Tile(
                measure.label() + ", improved meaningfully",
                Words.percent(row.number("improved_rate")),
                Words.percentInterval(row.number("improved_ci_low"), row.number("improved_ci_high")) + "; "
                        + Words.percent(row.number("deteriorated_rate")) + " worse",
                whole.map(all -> "All clinics: " + Words.percent(all.number("improved_rate")))
                        .orElse(""),
                ""));
    }

    private static String benchmark(Optional<PublishedRow> whole) {
        return whole.map(all -> "All clinics: " + Words.change(all.number("improvement_mean")))
                .orElse("");
    }

    private String status(Measure measure) {
        return MonthlySeries.of(subject, measure)
                .variation(1)
                .map(kind -> switch (kind) {
                    case IMPROVING -> "▲ Improving";
                    case CONCERNING -> "▼ Concerning";
                    case NO_SIGNIFICANT_CHANGE -> "● No significant change";
                })
                .orElse("○ Too early to say");
    }
}
