package physio.outcomes.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.report.Page.Definition;
import physio.outcomes.report.Page.Definitions;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/**
 * The items of reporting for a paper, filled in: STROBE (von Elm and others, PLoS Medicine 2007) and RECORD (Benchimol and others, PLoS
 * Medicine 2015).
 */
final class ReportingItems {
    private final ComparisonSubject subject;
    private final Settings settings;

    private ReportingItems(ComparisonSubject subject) {
        this.subject = subject;
        this.settings = subject.settings();
    }

    static Section of(ComparisonSubject subject) {
        ReportingItems items = new ReportingItems(subject);
        return new Section(
                "reporting",
                Texts.say("reporting.heading"),
                List.of(
                        new Paragraph(Texts.say("reporting.about")),
                        new Definitions(items.design()),
                        new Definitions(items.statistics()),
                        new Definitions(items.results())));
    }

    private List<Definition> design() {
        return List.of(
                item("design"),
                item(
                        "setting",
                        settings.report().organisation(),
                        subject.about().time()),
                new Definition(Texts.say("reporting.participants"), participants()),
                item(
                        "variables",
                        Texts.say("number.percent", Texts.number(attributed())),
                        outcomes(),
                        subject.caseMix()),
                item("sources"),
                item("bias"),
                item("size", String.valueOf(settings.compare().minPatients())),
                item("quantitative"));
    }

    private String participants() {
        String region = subject.about().region();
        return Texts.say(
                region.isEmpty() ? "reporting.participants.filled" : "reporting.participants.filled.region",
                String.valueOf(settings.episode().gapDays()),
                Texts.say("flow.heading"),
                region);
    }

    private String attributed() {
        return settings.attribution()
                .share()
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String outcomes() {
        return subject.measures().stream().map(ReportingItems::outcome).collect(Collectors.joining(", "));
    }

    private static String outcome(Measure measure) {
        return Texts.say(
                "reporting.outcome." + lower(measure.timing()),
                measure.label(),
                measure.instrument(),
                measure.low().toPlainString(),
                measure.high().toPlainString(),
                measure.unit());
    }

    private List<Definition> statistics() {
        return List.of(
                new Definition(
                        Texts.say("reporting.methods"),
                        Texts.say("reporting.methods.filled", settings.compare().cluster())),
                item("subgroups"),
                item("missing"),
                item("sensitivity"));
    }

    private List<Definition> results() {
        return List.of(
                item("flow", Texts.say("flow.heading")),
                item("descriptive", Texts.say("characteristics.heading")),
                item("outcomes", analyses()),
                item("discussion", Texts.say("question.brief"), Texts.say("limitations.heading")),
                item("software", settings(), "run.json"),
                new Definition(Texts.say("question.state"), subject.about().state() + "."),
                new Definition(Texts.say("reporting.command"), subject.about().command()));
    }

    /** The headings of the measures' sections and of that on new episodes. */
    private String analyses() {
        return Stream.concat(
                        subject.measures().stream().map(Measure::label), Stream.of(Texts.say("recurrence.heading")))
                .collect(Collectors.joining(", "));
    }

    private String settings() {
        return "compare.reference: "
                + settings.compare().reference().orElseGet(() -> Texts.say("reporting.software.reference"))
                + "; compare.case_mix: " + String.join(", ", settings.compare().caseMix())
                + "; compare.cluster: " + lower(settings.compare().cluster())
                + "; compare.min_patients: " + settings.compare().minPatients()
                + "; attribution.share: " + settings.attribution().share().toPlainString()
                + "; episode.gap_days: " + settings.episode().gapDays()
                + "; privacy.profile: " + lower(settings.privacy().profile()) + ".";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Definition item(String key, String... words) {
        return new Definition(Texts.say("reporting." + key), Texts.say("reporting." + key + ".filled", words));
    }
}
