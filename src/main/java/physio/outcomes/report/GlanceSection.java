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
        blocks.add(new Page.Heading(Texts.say("glance.attention")));
        blocks.add(new Page.Sentences(attention));
        blocks.add(new Page.Heading(Texts.say("glance.figures")));
        blocks.add(ActivityTiles.of(subject));
        subject.measures().forEach(measure -> MeasureTiles.of(subject, measure).ifPresent(blocks::add));
        return new Page.Section("glance", Texts.say("glance.heading"), blocks);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            sentences.add(subject.total(subject.clinic(), measure, "episode")
                    .map(row -> sentence(measure, row))
                    .orElseGet(() -> Texts.say("glance.none", measure.label())));
        }
        return sentences;
    }

    private String sentence(Measure measure, PublishedRow row) {
        OptionalDouble mean = row.number("improvement_mean");
        OptionalDouble low = OutcomeRows.improvementLow(row, measure);
        OptionalDouble high = OutcomeRows.improvementHigh(row, measure);
        if (row.isSuppressed() || mean.isEmpty()) {
            return Texts.say("too_few", measure.label());
        }
        if (low.isEmpty()) {
            String improvement = Texts.say("number.unit", Words.change(mean), measure.unit());
            return Texts.say("glance.unjudged", measure.label(), improvement, OutcomeRows.patients(row))
                    + trend(measure);
        }
        String direction = direction(low, high);
        double size = direction.equals("worse") ? -mean.getAsDouble() : mean.getAsDouble();
        return Texts.say(
                        "glance." + direction,
                        measure.label(),
                        Texts.say("number.unit", Words.number(size), measure.unit()),
                        Words.interval(low, high),
                        OutcomeRows.patients(row))
                + trend(measure);
    }

    /** Improved or worse only where the interval leaves no doubt about the sign. */
    private static String direction(OptionalDouble low, OptionalDouble high) {
        return low.orElse(0) > 0 ? "improved" : high.orElse(0) < 0 ? "worse" : "unclear";
    }

    private String trend(Measure measure) {
        Optional<Variation> variation = new Trend(subject.indicators().improvement(measure)).variation();
        return variation
                .map(kind -> " "
                        + switch (kind) {
                            case CONCERNING -> Texts.say("glance.trend.concerning", Texts.say("months.heading"));
                            case IMPROVING, NO_SIGNIFICANT_CHANGE -> Texts.say("glance.trend", kind);
                        })
                .orElse("");
    }
}
