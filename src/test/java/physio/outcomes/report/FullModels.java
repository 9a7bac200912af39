package physio.outcomes.report;

import java.util.List;
import java.util.stream.IntStream;
import physio.outcomes.domain.ResultColumn.Role;

/** What bears on the contrasts of {@link FullComparison}. */
final class FullModels {
    private static final List<String> COMPARED = List.of("mfr", "pnf", "mixed");
    private static final List<String> TERMS = List.of(
            "baseline",
            "age_band18-29",
            "age_band30-39",
            "age_band40-49",
            "age_bandmissing",
            "sexfemale",
            "sexmale",
            "sexmissing",
            "body_regionknee",
            "body_regionneck",
            "body_regionpooled");
    private static final List<String> OUTSIDE = List.of(
            "baseline^2",
            "baseline:body_regionneck",
            "baseline:body_regionknee",
            "earlier_episodes",
            "clinicC01",
            "clinicC02",
            "clinicC03");

    private FullModels() {}

    static List<SmallTable> tables() {
        SmallTable terms = SmallTable.of("model_terms", "measure window model term")
                .columns(Role.MEAN, "estimate")
                .columns(Role.SPREAD, "std_error df")
                .columns(Role.TEXT, "note");
        SmallTable means = SmallTable.of("adjusted_means", "measure window technique")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "follow_up_adjusted_mean")
                .columns(Role.SPREAD, "std_error ci_low ci_high");
        SmallTable overlap = SmallTable.of("overlap", "measure window technique reference")
                .columns(Role.SPREAD, "n_effective n_effective_reference")
                .columns(Role.RATE, "common_support")
                .columns(Role.ADDITIVE_COUNT, "rows_removed")
                .columns(Role.SPREAD, "largest_difference_outside")
                .columns(Role.TEXT, "note");
        SmallTable balance = SmallTable.of("balance", "measure window technique reference term")
                .columns(Role.MEAN, "mean mean_reference")
                .columns(Role.SPREAD, "smd_before smd_after")
                .columns(Role.TEXT, "in_model");
        SmallTable values = SmallTable.of("e_values", "measure window technique reference")
                .columns(Role.MEAN, "standardised_difference")
                .columns(Role.SPREAD, "e_value e_value_limit");
        for (String measure : FullComparison.MEASURES) {
            double size = measure.equals("pain") ? 1 : 10;
            means.row(measure + " episode dtm", 812, 812, 4.1 * size, 0.07, 3.9 * size, 4.2 * size);
            terms.row(measure + " episode ancova baseline", 1636, 0.41, 0.02, 1200.0, "");
            for (String technique : COMPARED) {
                int n = FullComparison.patients(technique);
                String key = measure + " episode " + technique;
                means.row(key, n, n, 3.6 * size, 0.09, 3.4 * size, 3.8 * size);
                overlap.row(key + " dtm", n, 0.9 * n, 600.4, 0.97, 0, 0.08, "");
                IntStream.range(0, TERMS.size())
                        .forEach(i ->
                                balance.row(key + " dtm " + TERMS.get(i), n, 0.5, 0.4, 0.6 - 0.09 * i, 0.0, "yes"));
                IntStream.range(0, OUTSIDE.size())
                        .forEach(i -> balance.row(
                                key + " dtm " + OUTSIDE.get(i), n, 0.5, 0.4, 0.3 - 0.09 * i, 0.08 - 0.02 * i, "no"));
                boolean isClear = technique.equals("pnf");
                values.row(key + " dtm", n, isClear ? 0.33 : 0.04, isClear ? 1.98 : 1.21, isClear ? 1.62 : 1.0);
            }
        }
        return List.of(terms, means, overlap, balance, values, heterogeneity(), units(), sensitivity());
    }

    private static SmallTable heterogeneity() {
        SmallTable table = SmallTable.of("heterogeneity", "measure window by technique reference")
                .columns(Role.OPEN, "n_units")
                .columns(Role.MEAN, "estimate")
                .columns(
                        Role.SPREAD,
                        "std_error df ci_low ci_high tau_squared i_squared q q_df q_p prediction_low prediction_high")
                .columns(Role.TEXT, "note");
        for (String by : List.of("clinic", "region")) {
            table.row(
                    "pain episode " + by + " pnf dtm",
                    431,
                    3,
                    0.55,
                    0.1,
                    2.0,
                    0.12,
                    0.98,
                    0.02,
                    0.31,
                    3.1,
                    2.0,
                    0.21,
                    -0.2,
                    1.3,
                    "");
            double none = Double.NaN;
            table.row(
                    "pain episode " + by + " mfr dtm",
                    240,
                    2,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    "not pooled: fewer than 3 units with 20 patients an arm");
        }
        return table;
    }

    private static SmallTable units() {
        SmallTable table = SmallTable.of("heterogeneity_units", "measure window by technique reference unit")
                .columns(Role.PATIENTS, "n_patients n_patients_reference")
                .columns(Role.MEAN, "estimate")
                .columns(Role.SPREAD, "std_error ci_low ci_high");
        List.of("C01", "C02", "C03")
                .forEach(unit -> table.row(
                        "pain episode clinic pnf dtm " + unit,
                        60,
                        60,
                        90,
                        1.1 - 0.3 * unit.charAt(2) + 15,
                        0.2,
                        0.6 - 0.3 * unit.charAt(2) + 15,
                        1.6 - 0.3 * unit.charAt(2) + 15));
        List.of("knee", "neck", "shoulder")
                .forEach(unit -> table.row(
                        "pain episode region pnf dtm " + unit,
                        80,
                        80,
                        99,
                        0.1 * unit.length(),
                        0.2,
                        0.1 * unit.length() - 0.4,
                        0.1 * unit.length() + 0.4));
        return table;
    }

    private static SmallTable sensitivity() {
        SmallTable table = SmallTable.of("sensitivity", "measure window variant technique reference")
                .columns(Role.PATIENTS, "n_patients n_patients_reference")
                .columns(Role.MEAN, "estimate")
                .columns(Role.SPREAD, "std_error df ci_low ci_high p_value")
                .columns(Role.TEXT, "note");
        for (String technique : COMPARED) {
            for (String variant : List.of("all_episodes", "closed_episodes", "sole_technique")) {
                double estimate = FullComparison.difference("pain", technique) + 0.01 * variant.length() - 0.1;
                table.row(
                        String.join(" ", "pain episode", variant, technique, "dtm"),
                        99,
                        99,
                        700,
                        estimate,
                        0.15,
                        700.0,
                        estimate - 0.3,
                        estimate + 0.3,
                        0.02,
                        "");
            }
        }
        return table;
    }
}
