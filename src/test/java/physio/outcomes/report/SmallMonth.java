package physio.outcomes.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultColumn.Role;

/**
 * June 2024 in two clinics, pain only, lower is better. What not to show: three patients of clinic C1 had cupping (mean improvement
 * 7.77), and with them clinic C1's second technique is hidden.
 */
public final class SmallMonth {
    private static final String YAML = "measures: {pain: {label: Pain, instrument: NPRS, unit: points, range: [0, 10],"
            + " step: 1, better: lower, timing: visit, mcid: {absolute: 2, source: Ostelo 2008}}}\n"
            + "techniques: {dtm: {label: Deep tissue massage}, cupping: {label: Cupping}, pnf: {label: PNF}}\n";

    private final Settings settings;
    private double[] adjusted = {1.7, 0.9, 1.6};
    private final SmallTable outcomes = changes("technique_outcomes");
    private final SmallTable months = changes("monthly_outcomes");
    private final SmallTable participation = SmallTable.of("participation", "clinic_id period measure")
            .columns(Role.ADDITIVE_COUNT, "n_episodes with_baseline with_follow_up");

    private final SmallTable activity = SmallTable.of("activity", "clinic_id period")
            .columns(Role.ADDITIVE_COUNT, "booked attended")
            .columns(Role.PATIENTS, "n_patients")
            .columns(Role.ADDITIVE_COUNT, "pain_score")
            .row("all 2024-06", 60, 200, 180, 60, 150)
            .row("C1 2024-06", 34, 120, 108, 34, 90)
            .row("C2 2024-06", 26, 80, 72, 26, 60);

    private SmallMonth(String more) {
        settings = SettingsReader.parse(YAML + more);
    }

    /** With settings to come after those of the measures and techniques, in YAML. */
    public static SmallMonth with(String more) {
        return new SmallMonth(more)
                .total("all", 60, 1.5, 1.2, 1.8)
                .change("all dtm", 42, 1.25, 0.9, 1.6)
                .change("all pnf", 13, 1.75, 0.5, 3.0)
                .change("all cupping", 5, 6.66, 5.0, 8.0)
                .total("C1", 34, 1.5, 1.0, 2.0)
                .change("C1 dtm", 24, 1.25, 0.8, 1.7)
                .change("C1 pnf", 7, 2.22, 0.1, 4.0)
                .change("C1 cupping", 3, 7.77, 5.0, 9.0)
                .total("C2", 26, 1.45, 0.9, 2.0)
                .participation("all", 70, 60)
                .participation("C1", 40, 34);
    }

    /** Without any outcome. */
    public static SmallMonth empty() {
        return new SmallMonth("");
    }

    /** All techniques together in a clinic, or all. */
    public SmallMonth total(String clinic, int patients, double improvement, double low, double high) {
        return change(clinic + " all", patients, improvement, low, high);
    }

    /** Mean improvements of a clinic's months, of which the last is March 2024. */
    SmallMonth months(String clinic, double... improvements) {
        YearMonth month = YearMonth.of(2024, 3).minusMonths(improvements.length - 1);
        for (double improvement : improvements) {
            add(months, clinic + " " + month + " pain episode all", 30, improvement, improvement - 1, improvement + 1);
            month = month.plusMonths(1);
        }
        return this;
    }

    /** Sessions of one more clinic, which are not among those of all. */
    SmallMonth activity(String clinic, int patients, int booked, int attended) {
        activity.row(clinic + " 2024-06", patients, booked, attended, patients, 0);
        return this;
    }

    /** Episodes last seen in the month, and how many of them have both scores. */
    SmallMonth participation(String clinic, int episodes, int both) {
        participation.row(clinic + " 2024-06 pain", episodes, episodes, both, both);
        return this;
    }

    /** What a page of a clinic, or all, is about. */
    MonthlySubject subject(String clinic) {
        return new MonthlySubject(
                tables(),
                settings,
                YearMonth.of(2024, 6),
                clinic,
                List.copyOf(settings.measures().values()));
    }

    /** Key: clinic and technique; an improvement in pain with its interval. */
    private SmallMonth change(String key, int patients, double improvement, double low, double high) {
        String[] parts = key.split(" ", -1);
        add(outcomes, parts[0] + " 2024-06 pain episode " + parts[1], patients, improvement, low, high);
        return this;
    }

    private static void add(SmallTable table, String key, int patients, double improvement, double low, double high) {
        table.row(
                key,
                patients,
                patients * 3,
                patients,
                patients,
                6.0,
                6.0 - improvement,
                -improvement,
                improvement,
                -high,
                -low,
                patients / 2,
                0.5,
                0.25,
                0.75,
                0.1,
                0.02,
                0.3);
    }

    private static SmallTable changes(String name) {
        return SmallTable.of(name, "clinic_id period measure window technique")
                .columns(Role.ADDITIVE_COUNT, "n_sessions n_episodes")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "baseline_mean follow_up_mean change_mean improvement_mean")
                .columns(Role.SPREAD, "change_ci_low change_ci_high")
                .columns(Role.NUMERATOR, "improved")
                .columns(
                        Role.RATE,
                        "improved_rate improved_ci_low improved_ci_high deteriorated_rate"
                                + " deteriorated_ci_low deteriorated_ci_high");
    }

    /** The adjusted means of clinics C1 and C2, 1.7 and 0.9 otherwise, and the standard deviation of the adjustment, else 1.6. */
    public SmallMonth adjusted(double ofFirst, double ofSecond, double deviation) {
        adjusted = new double[] {ofFirst, ofSecond, deviation};
        return this;
    }

    /** The pages of it. */
    public MonthlyReport report() {
        return new MonthlyReport(
                tables(),
                settings,
                YearMonth.of(2024, 6),
                List.copyOf(settings.measures().values()),
                Map.of("pain", OptionalDouble.of(2)),
                new MonthlyReport.Deliveries(
                        18, new MonthlyReport.Received(2, 1234, 56, 7, 0, Map.of()), List.of(), Map.of(), 0, 0));
    }

    /** The tables that they show. */
    MonthlyTables tables() {
        SmallTable closed = SmallTable.of("closed_episodes", "clinic_id period")
                .columns(Role.ADDITIVE_COUNT, "n_episodes")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "sessions_mean")
                .columns(Role.QUANTILE, "sessions_median sessions_q1 sessions_q3")
                .columns(Role.NUMERATOR, "single_session")
                .columns(Role.RATE, "single_session_rate single_session_ci_low single_session_ci_high")
                .row("all 2024-06", 50, 50, 50, 5.2, 5.0, 3.0, 7.0, 10, 0.2, 0.11, 0.33)
                .row("C1 2024-06", 30, 30, 30, 5.5, 5.5, 4.0, 7.0, 3, 0.1, 0.03, 0.26)
                .row("C2 2024-06", 20, 20, 20, 4.75, 4.0, 2.0, 6.0, 7, 0.35, 0.18, 0.57);
        SmallTable intervals = SmallTable.of("session_intervals", "clinic_id period")
                .columns(Role.ADDITIVE_COUNT, "n_intervals")
                .columns(Role.QUANTILE, "days_median days_q1 days_q3")
                .row("all 2024-06", 55, 140, 7.0, 5.0, 9.0)
                .row("C1 2024-06", 30, 80, 6.5, 5.0, 8.0)
                .row("C2 2024-06", 25, 60, 8.0, 6.0, 12.0);
        SmallTable safety = SmallTable.of("safety", "clinic_id period")
                .columns(Role.ADDITIVE_COUNT, "n_sessions")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.NUMERATOR, "adverse_events")
                .columns(Role.RATE, "adverse_rate adverse_ci_low adverse_ci_high")
                .row("all 2023-07..2024-06", 300, 1000, 300, 25, 0.025, 0.016, 0.039)
                .row("all 2024-06", 34, 108, 34, 2, 0.0185, 0.005, 0.065)
                .row("C1 2023-07..2024-06", 300, 1000, 300, 25, 0.025, 0.016, 0.039)
                .row("C1 2024-06", 34, 108, 34, 2, 0.0185, 0.005, 0.065);
        SmallTable trajectories = SmallTable.of("trajectories", "clinic_id year measure visit_number")
                .columns(Role.ADDITIVE_COUNT, "n_scores")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "score_mean")
                .columns(Role.SPREAD, "score_ci_low score_ci_high")
                .row("all 2024 pain 1", 60, 60, 60, 6.0, 5.5, 6.5)
                .row("all 2024 pain 2", 50, 50, 50, 5.0, 4.5, 5.5)
                .row("C1 2024 pain 1", 34, 34, 34, 6.1, 5.5, 6.7)
                .row("C1 2024 pain 2", 3, 3, 3, 8.88, 8.1, 9.9);
        SmallTable quarantine = SmallTable.of("quarantine", "reason column")
                .columns(Role.OPEN, "records")
                .columns(Role.TEXT, "meaning")
                .row("out_of_range pain_score", 2, 2, "the number lies outside its range");
        SmallTable clinics = SmallTable.of("clinic_outcomes", "clinic_id period measure window technique")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "improvement_mean")
                .columns(Role.SPREAD, "change_sd change_se change_ci_low change_ci_high")
                .row("C1 2023-07..2024-06 pain episode all", 300, 300, 1.7, 2.0, 0.12, -1.94, -1.46)
                .row("C2 2023-07..2024-06 pain episode all", 100, 100, 0.6, 2.0, 0.2, -1.0, -0.2)
                .row("C3 2023-07..2024-06 pain episode all", 29, 29, -1.0, 2.0, 0.37, 0.3, 1.7)
                .row("all 2023-07..2024-06 pain episode all", 420, 420, 1.5, 2.0, 0.1, -1.7, -1.3);
        SmallTable regions = SmallTable.of("region_outcomes", "body_region period measure window technique")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "improvement_mean")
                .row("neck 2023-07..2024-06 pain episode dtm", 20, 20, 1.0)
                .row("neck 2023-07..2024-06 pain episode pnf", 4, 4, 4.44)
                .row("neck 2023-07..2024-06 pain episode all", 24, 24, 1.2)
                .row("hip 2023-07..2024-06 pain episode dtm", 30, 30, 2.0)
                .row("hip 2023-07..2024-06 pain episode pnf", 10, 10, 3.0)
                .row("hip 2023-07..2024-06 pain episode all", 40, 40, 2.2)
                .row("all 2023-07..2024-06 pain episode dtm", 50, 50, 1.6)
                .row("all 2023-07..2024-06 pain episode pnf", 14, 14, 2.9)
                .row("all 2023-07..2024-06 pain episode all", 64, 64, 1.9);
        SmallTable adjustment = SmallTable.of("clinic_adjusted", "clinic_id period measure window")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "improvement_mean expected_mean adjusted_mean")
                .columns(Role.SPREAD, "adjusted_sd")
                .row("C1 2023-07..2024-06 pain episode", 300, 300, 1.7, 3.2 - adjusted[0], adjusted[0], adjusted[2])
                .row("C2 2023-07..2024-06 pain episode", 100, 100, 0.6, 2.1 - adjusted[1], adjusted[1], adjusted[2])
                .row("C3 2023-07..2024-06 pain episode", 29, 29, -1.0, 1.5, -1.0, adjusted[2])
                .row("all 2023-07..2024-06 pain episode", 420, 420, 1.5, 1.5, 1.5, adjusted[2]);
        Settings.PrivacyProfile profile = settings.privacy().profile();
        return new MonthlyTables(
                outcomes.published(profile),
                months.published(profile),
                clinics.published(profile),
                regions.published(profile),
                adjustment.published(profile),
                settings.report().comparesPractitioners()
                        ? Optional.of(SmallPractitioners.tables(profile))
                        : Optional.empty(),
                trajectories.published(profile),
                activity.published(profile),
                closed.published(profile),
                intervals.published(profile),
                safety.published(profile),
                participation.published(profile),
                quarantine.published(profile));
    }
}
