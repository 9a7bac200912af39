package physio.outcomes.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Mcid;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.report.Page.Definition;
import physio.outcomes.report.Page.Definitions;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** How the figures of a page are to be read: definitions, thresholds, and what they cannot say. */
final class MethodsSections {
    private MethodsSections() {}

    /**
     * The section, the same on all pages.
     *
     * @param thresholds the smallest difference that matters, in each measure's unit, where it is one number
     */
    static Section of(Settings settings, List<Measure> measures, Map<String, OptionalDouble> thresholds) {
        List<Definition> scales = new ArrayList<>();
        measures.forEach(measure -> scales.add(new Definition(
                measure.label(), scale(measure, thresholds.getOrDefault(measure.id(), OptionalDouble.empty())))));
        return new Section(
                "reading",
                Texts.say("methods.heading"),
                List.of(
                        new Paragraph(Texts.say("methods.intro")),
                        new Paragraph(
                                Texts.say("methods.privacy", settings.privacy().profile())),
                        new Heading(Texts.say("methods.measures")),
                        new Definitions(scales),
                        new Heading(Texts.say("methods.terms")),
                        new Definitions(terms(settings)),
                        new Heading(Texts.say("methods.rules")),
                        new Definitions(rules(settings))));
    }

    private static String scale(Measure measure, OptionalDouble threshold) {
        return Texts.say(
                measure.polarity() > 0 ? "methods.scale.higher" : "methods.scale.lower",
                measure.instrument(),
                plain(measure.low()),
                plain(measure.high()),
                measure.unit(),
                form(measure, threshold),
                measure.mcid().source());
    }

    private static String form(Measure measure, OptionalDouble threshold) {
        if (measure.mcid() instanceof Mcid.Percent percent) {
            return Texts.say("mcid.percent", plain(percent.percent()));
        }
        if (measure.mcid() instanceof Mcid.Bands bands) {
            List<String> parts = bands.bands().stream()
                    .map(band -> Texts.say("methods.mcid.band", plain(band.value()), plain(band.upTo())))
                    .toList();
            return Texts.say("number.unit", String.join(", ", parts), measure.unit());
        }
        String value = Texts.say("number.unit", Words.number(threshold), measure.unit());
        return measure.mcid() instanceof Mcid.DeviationMultiple multiple
                ? Texts.say("methods.mcid.deviations", value, plain(multiple.multiple()))
                : value;
    }

    private static String plain(BigDecimal number) {
        return Texts.number(number.toPlainString());
    }

    private static List<Definition> terms(Settings settings) {
        String days = String.valueOf(settings.episode().gapDays());
        String share = plain(settings.attribution().share().movePointRight(2).stripTrailingZeros());
        return List.of(
                defined("methods.episode", days),
                defined("methods.closed", days),
                defined("methods.attendance"),
                defined("methods.events"),
                defined("methods.episode_change"),
                defined("methods.session_change"),
                defined("methods.improvement"),
                defined("methods.response"),
                defined("methods.technique", share),
                defined("methods.n"),
                defined("methods.regression"));
    }

    /** The rules of Month by month and Clinics compared. */
    private static List<Definition> rules(Settings settings) {
        return List.of(
                defined("methods.limits"),
                defined("methods.chance"),
                defined("methods.variation"),
                defined("methods.provisional", String.valueOf(settings.episode().gapDays())),
                defined("methods.target"),
                defined("methods.funnel"),
                defined("methods.rank"));
    }

    private static Definition defined(String key, String... words) {
        return new Definition(Texts.say(key), Texts.say(key + ".meaning", words));
    }
}
