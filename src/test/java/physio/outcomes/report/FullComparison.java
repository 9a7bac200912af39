package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.privacy.PublishedTable;

/**
 * A comparison with all its tables, as full as one gets: pain and mobility, four techniques and mixtures against deep tissue massage.
 * PNF does better than the reference (Holm's p 0.0008), myofascial release is not told apart, three patients had cupping.
 */
public final class FullComparison {
    static final List<String> MEASURES = List.of("pain", "mobility");
    static final List<String> OTHERS = List.of("cupping", "mfr", "pnf", "mixed");

    private static final String YAML = "measures: {pain: {label: Pain, instrument: NPRS, unit: points, range: [0, 10],"
            + " step: 1, better: lower, timing: session, mcid: {absolute: 2, source: Ostelo 2008}, acceptable: 3},"
            + " mobility: {label: Mobility, instrument: ROM, unit: '% of normal range', range: [0, 100], step: 1,"
            + " better: higher, timing: session, mcid: {absolute: 10, source: a setting}}}\n"
            + "techniques: {dtm: {label: Deep tissue massage}, cupping: {label: Cupping}, pnf: {label: PNF},"
            + " mfr: {label: Myofascial release}}\n"
            + "regions: {neck: {label: Neck}, knee: {label: Knee}, shoulder: {label: Shoulder}}\n"
            + "compare: {case_mix: [age_band, sex, body_region], cluster: patient}\n";

    private FullComparison() {}

    /** With settings to come after those of the measures and techniques, in YAML. */
    public static ComparisonReport report(String moreSettings) {
        Settings settings = SettingsReader.parse(YAML + moreSettings);
        return report(settings, new ComparisonTables(tables(settings.privacy().profile())));
    }

    /** Without the tables of those names. */
    static ComparisonReport without(List<String> names) {
        Settings settings = SettingsReader.parse(YAML);
        List<PublishedTable> kept = tables(settings.privacy().profile()).stream()
                .filter(table -> !names.contains(table.name()))
                .toList();
        return report(settings, new ComparisonTables(kept));
    }

    private static ComparisonReport report(Settings settings, ComparisonTables tables) {
        Map<String, String> references = Map.of(
                "pain episode", "dtm", "pain session", "dtm", "mobility episode", "dtm", "mobility session", "dtm");
        return new ComparisonReport(
                tables,
                settings,
                new ComparisonReport.Subject(
                        "2023-01..2024-06", "", references, 18, "jobs/outcomes compare --as-of 12", Optional.of(12)),
                List.copyOf(settings.measures().values()),
                Map.of("pain", OptionalDouble.of(2), "mobility", OptionalDouble.of(10)));
    }

    /** All tables of a comparison. */
    static List<PublishedTable> tables(PrivacyProfile profile) {
        List<SmallTable> tables = new ArrayList<>();
        tables.add(outcomes());
        tables.add(contrasts());
        tables.addAll(FullCohort.tables());
        tables.addAll(FullModels.tables());
        tables.addAll(FullCourses.tables());
        return tables.stream().map(table -> table.published(profile)).toList();
    }

    /** Those of techniques, in the order of {@link #OTHERS}, after the reference. */
    static Stream<String> techniques() {
        return Stream.concat(Stream.of("dtm"), OTHERS.stream());
    }

    /** Patients of a technique. */
    static int patients(String technique) {
        return switch (technique) {
            case "dtm" -> 812;
            case "cupping" -> 3;
            case "mfr" -> 240;
            case "pnf" -> 431;
            default -> 150;
        };
    }

    /** The difference from the reference, in a measure's unit. */
    static double difference(String measure, String technique) {
        double points = switch (technique) {
            case "pnf" -> 0.62;
            case "mfr" -> -0.08;
            case "cupping" -> 7.77;
            default -> 0.2;
        };
        return measure.equals("pain") ? points : 10 * points;
    }

    private static SmallTable outcomes() {
        SmallTable table = SmallTable.of("technique_outcomes", "clinic_id period measure window technique")
                .columns(Role.ADDITIVE_COUNT, "n_sessions n_episodes")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "baseline_mean")
                .columns(Role.SPREAD, "baseline_sd")
                .columns(Role.MEAN, "follow_up_mean change_mean improvement_mean")
                .columns(Role.SPREAD, "change_ci_low change_ci_high")
                .columns(Role.RATE, "improved_rate improved_ci_low improved_ci_high deteriorated_rate");
        for (String measure : MEASURES) {
            for (String window : List.of("episode", "session")) {
                Stream.concat(Stream.of("all"), techniques())
                        .forEach(technique -> addOutcome(table, measure, window, technique));
            }
        }
        return table;
    }

    private static void addOutcome(SmallTable table, String measure, String window, String technique) {
        int patients = technique.equals("all") ? 1636 : patients(technique);
        double sign = measure.equals("pain") ? -1 : 1;
        double size = measure.equals("pain") ? 1 : 10;
        double gain = (technique.equals("all") ? 2.1 * size : 2 * size + difference(measure, technique))
                / (window.equals("episode") ? 1 : 4);
        double baseline = 6.1 * size + (technique.equals("pnf") ? 1.2 * size : 0);
        double margin = 4.1 * size / Math.sqrt(patients);
        table.row(
                "all 2023-01..2024-06 " + measure + " " + window + " " + technique,
                patients,
                patients * 4,
                patients,
                patients,
                baseline,
                1.9 * size,
                baseline + sign * gain,
                sign * gain,
                gain,
                sign * gain - margin,
                sign * gain + margin,
                0.55,
                0.5,
                0.6,
                0.08);
    }

    private static SmallTable contrasts() {
        SmallTable table = SmallTable.of("technique_comparison", "measure window model technique reference")
                .columns(Role.PATIENTS, "n_patients n_patients_reference")
                .columns(Role.MEAN, "estimate")
                .columns(Role.SPREAD, "std_error df ci_low ci_high p_value p_holm p_bh")
                .columns(Role.TEXT, "note");
        for (String measure : MEASURES) {
            for (String window : List.of("episode", "session")) {
                for (String model :
                        List.of("crude", "hedges_g", "ancova", "mixed_patient", "mixed_clinic", "overlap")) {
                    OTHERS.forEach(technique -> addContrast(table, measure, window, model, technique));
                }
            }
        }
        return table;
    }

    private static void addContrast(SmallTable table, String measure, String window, String model, String technique) {
        String key = String.join(" ", measure, window, model, technique, "dtm");
        int patients = patients(technique);
        if (technique.equals("cupping")) {
            double none = Double.NaN;
            table.row(
                    key,
                    patients,
                    patients,
                    812,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    "not comparable: an arm has fewer than 20 patients");
            return;
        }
        double size = measure.equals("pain") ? 1 : 10;
        double estimate = difference(measure, technique)
                + 0.05
                        * size
                        * List.of("crude", "hedges_g", "ancova", "mixed_patient", "mixed_clinic", "overlap")
                                .indexOf(model);
        double error = 0.14 * size;
        double p = technique.equals("mixed") || model.equals("hedges_g")
                ? Double.NaN
                : technique.equals("pnf") ? 0.0004 : 0.61;
        table.row(
                key,
                patients,
                patients,
                812,
                estimate,
                error,
                900.0,
                estimate - 2 * error,
                estimate + 2 * error,
                p,
                Math.min(1, 2 * p),
                p,
                model.equals("mixed_clinic") ? "approximate: fewer than 40 clusters" : "");
    }
}
