package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.privacy.PublishedRow;

/**
 * What the sections of a comparison are made from.
 *
 * @param measures those that the data have, in the order of the settings
 * @param thresholds the smallest difference that matters, by measure, in its unit, where it is one number
 */
record ComparisonSubject(
        ComparisonTables tables,
        Settings settings,
        ComparisonReport.Subject about,
        List<Measure> measures,
        Map<String, OptionalDouble> thresholds) {
    /** The window of lasting change, by which the page judges. */
    static final String LASTING = "episode";
    /** The model by which the page judges. */
    static final String JUDGED_BY = "ancova";
    /** The level of error of a family of tests. */
    static final double LEVEL = 0.05;

    /** Levels that are no technique: described, never tested. */
    private static final Set<String> NO_TECHNIQUE = Set.of("combined", "mixed");

    List<PublishedRow> rows(String table, Measure measure) {
        return tables.rows(table, Map.of("measure", measure.id()));
    }

    List<PublishedRow> rows(String table, Measure measure, String window) {
        return tables.rows(table, Map.of("measure", measure.id(), "window", window));
    }

    /** The crude figures of a measure and window, of all techniques together and of each. */
    List<PublishedRow> outcomes(Measure measure, String window) {
        return tables.rows(
                "technique_outcomes",
                Map.of("clinic_id", MonthlySubject.ALL, "measure", measure.id(), "window", window));
    }

    /** The contrasts of a measure and window by one model. */
    List<PublishedRow> contrasts(Measure measure, String window, String model) {
        return rows("technique_comparison", measure, window).stream()
                .filter(row -> row.key("model").equals(model))
                .toList();
    }

    String technique(PublishedRow row) {
        return techniqueLabel(row.key("technique"));
    }

    /** What a technique is called, or all of them, or a mixture. */
    String techniqueLabel(String code) {
        return MonthlySubject.techniqueLabel(settings, code);
    }

    /** The technique that the others are held against. */
    String reference(Measure measure, String window) {
        return Optional.ofNullable(about.references().get(measure.id() + " " + window))
                .map(this::techniqueLabel)
                .orElseGet(() -> Texts.say("contrast.reference"));
    }

    /** Whether a row is about a technique, and not about a mixture of them or all together. */
    static boolean isTechnique(PublishedRow row) {
        return !NO_TECHNIQUE.contains(row.key("technique"))
                && !row.key("technique").equals(MonthlySubject.ALL);
    }

    /** A measure and window, and what the others are held against there. */
    String against(Measure measure, String window) {
        return Texts.say(
                "contrast.of", measure.label(), MonthlySubject.windowLabel(window), reference(measure, window));
    }

    /** What is adjusted for, in words. */
    String caseMix() {
        List<String> factors = settings.compare().caseMix();
        return factors.isEmpty()
                ? Texts.say("case_mix.told.score")
                : Texts.say(
                        "case_mix.told.with",
                        factors.stream().map(CaseMixLabels::told).collect(Collectors.joining(", ")));
    }

    /** A body region's label. */
    String region(String code) {
        return settings.regionLabel(code);
    }
}
