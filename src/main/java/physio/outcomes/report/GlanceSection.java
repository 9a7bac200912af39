package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.spc.Variation;

/** The month in a few sentences and headline figures, each with its n and interval. */
final class GlanceSection {
    private final MonthlySubject subject;

    private GlanceSection(MonthlySubject subject) {
        this.subject = subject;
    }

    static Page.Section of(MonthlySubject subject, List<String> attention) {
        GlanceSection glance = new GlanceSection(subject);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Page.Sentences(glance.sentences()));
        blocks.add(new Page.Heading("What needs attention"));
        blocks.add(new Page.Sentences(attention));
        blocks.add(new Page.Heading("The month in figures"));
        blocks.add(ActivityTiles.of(subject));
        subject.measures().forEach(measure -> MeasureTiles.of(subject, measure).ifPresent(blocks::add));
        return new Page.Section("glance", "At a glance", blocks);
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
        Optional<Variation> variation = new Trend(subject.indicators().improvement(measure)).variation();
        return variation
                .map(kind -> switch (kind) {
                    case IMPROVING -> " Over the months it is improving beyond chance.";
                    case CONCERNING -> " Over the months it is getting worse beyond chance: look at Month by month.";
                    case NO_SIGNIFICANT_CHANGE -> " Over the months it varies no more than usual.";
                })
                .orElse("");
    }
}
