package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.privacy.PublishedTable;

/** PNF and cupping against deep tissue massage; three patients had cupping, whose difference of 7.77 nobody may read. */
public final class SmallComparison {
    private static final String YAML = "measures: {pain: {label: Pain, instrument: NPRS, unit: points, range: [0, 10],"
            + " step: 1, better: lower, timing: visit, mcid: {absolute: 2, source: Ostelo 2008}}}\n"
            + "techniques: {dtm: {label: Deep tissue massage}, cupping: {label: Cupping}, pnf: {label: PNF}}\n"
            + "compare: {case_mix: [age_band, sex], cluster: clinic}\n";

    private SmallComparison() {}

    /** The report, in which baselines of the two techniques differ by so much of a standard deviation of 2. */
    public static ComparisonReport report(double baselineDifference, String moreSettings) {
        Settings settings = SettingsReader.parse(YAML + moreSettings);
        ComparisonTables tables = new ComparisonTables(List.of(
                outcomes(baselineDifference, settings),
                contrasts(settings),
                SmallTable.of("model_terms", "measure window model term")
                        .published(settings.privacy().profile()),
                SmallTable.of("adjusted_means", "measure window technique")
                        .published(settings.privacy().profile()),
                SmallTable.of("flow", "measure step")
                        .columns(Role.ADDITIVE_COUNT, "n_episodes")
                        .columns(Role.PATIENTS, "n_patients")
                        .row("pain studied", 70, 1234, 70)
                        .row("pain with_baseline", 70, 80, 70)
                        .row("pain with_follow_up", 60, 60, 60)
                        .published(settings.privacy().profile())));
        return new ComparisonReport(
                tables,
                settings,
                new ComparisonReport.Subject(
                        "2023-01..2024-06",
                        "Neck",
                        Map.of("pain episode", "dtm"),
                        18,
                        "jobs/outcomes compare",
                        Optional.empty()),
                List.copyOf(settings.measures().values()),
                Map.of("pain", OptionalDouble.of(2)));
    }

    private static PublishedTable outcomes(double baselineDifference, Settings settings) {
        String key = "all 2023-01..2024-06 pain episode ";
        return SmallTable.of("technique_outcomes", "clinic_id period measure window technique")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "baseline_mean follow_up_mean improvement_mean")
                .columns(Role.SPREAD, "baseline_sd change_ci_low change_ci_high")
                .columns(Role.RATE, "improved_rate improved_ci_low improved_ci_high deteriorated_rate")
                .row(key + "all", 63, 63, 6.0, 4.0, 2.0, 2.0, -2.5, -1.5, 0.5, 0.4, 0.6, 0.1)
                .row(key + "dtm", 40, 40, 6.0 - baselineDifference / 2, 4.0, 2.0, 2.0, -2.5, -1.5, 0.5, 0.4, 0.6, 0.1)
                .row(key + "pnf", 20, 20, 6.0 + baselineDifference / 2, 4.0, 2.0, 2.0, -2.5, -1.5, 0.5, 0.4, 0.6, 0.1)
                .published(settings.privacy().profile());
    }

    private static PublishedTable contrasts(Settings settings) {
        return SmallTable.of("technique_comparison", "measure window model technique reference")
                .columns(Role.PATIENTS, "n_patients n_patients_reference")
                .columns(Role.MEAN, "estimate")
                .columns(Role.SPREAD, "ci_low ci_high p_value p_holm")
                .columns(Role.TEXT, "note")
                .row("pain episode crude pnf dtm", 20, 20, 40, 1.11, 0.5, 1.7, 0.0004, 0.0008, "")
                .row("pain episode hedges_g pnf dtm", 20, 20, 40, 0.62, 0.1, 1.1, Double.NaN, Double.NaN, "")
                .row("pain episode ancova pnf dtm", 20, 20, 40, -0.33, -0.9, 0.24, 0.25, 0.5, "approximate")
                .row("pain episode ancova cupping dtm", 3, 3, 40, 7.77, 7.1, 8.4, 0.01, 0.02, "not comparable: few")
                .published(settings.privacy().profile());
    }
}
