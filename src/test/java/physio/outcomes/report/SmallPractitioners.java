package physio.outcomes.report;

import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.ResultColumn.Role;

/**
 * Two practitioners of many patients, one of them low. What not to show: one of three patients (mean improvement 4.44), and with it one of
 * forty, from whom and the total it would follow.
 */
final class SmallPractitioners {
    private SmallPractitioners() {}

    static MonthlyTables.Practitioners tables(Settings.PrivacyProfile profile) {
        String months = " 2023-07..2024-06 pain episode";
        SmallTable observed = SmallTable.of("practitioner_outcomes", "practitioner period measure window technique")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "improvement_mean")
                .columns(Role.SPREAD, "change_sd change_se change_ci_low change_ci_high")
                .row("00112233" + months + " all", 300, 300, 1.7, 1.9, 0.11, -1.9, -1.5)
                .row("ffffffff" + months + " all", 200, 200, 0.9, 1.9, 0.13, -1.2, -0.6)
                .row("44556677" + months + " all", 40, 40, 1.4, 1.9, 0.3, -2, -0.8)
                .row("abcdef01" + months + " all", 3, 3, 4.44, 1.9, 1.1, -6, -2)
                .row("all" + months + " all", 543, 543, 1.4, 1.9, 0.08, -1.6, -1.2);
        SmallTable adjusted = SmallTable.of("practitioner_adjusted", "practitioner period measure window")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "improvement_mean expected_mean adjusted_mean")
                .columns(Role.SPREAD, "adjusted_sd")
                .row("00112233" + months, 300, 300, 1.7, 1.5, 1.6, 1.6)
                .row("ffffffff" + months, 200, 200, 0.9, 1.2, 1.1, 1.6)
                .row("44556677" + months, 40, 40, 1.4, 1.4, 1.4, 1.6)
                .row("abcdef01" + months, 3, 3, 4.44, 1.4, 4.44, 1.6)
                .row("all" + months, 543, 543, 1.4, 1.4, 1.4, 1.6);
        return new MonthlyTables.Practitioners(observed.published(profile), adjusted.published(profile));
    }
}
