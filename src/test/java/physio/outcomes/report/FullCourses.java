package physio.outcomes.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.domain.ResultColumn.Role;

/** Courses, responses and recurrence in {@link FullComparison}. */
final class FullCourses {
    private FullCourses() {}

    static List<SmallTable> tables() {
        return List.of(responders(), dose(), trend(), trajectories(), distribution(), recurrence(), test());
    }

    private static SmallTable responders() {
        SmallTable table = SmallTable.of("responders", "measure technique definition missing")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.ADDITIVE_COUNT, "n_episodes")
                .columns(Role.NUMERATOR, "responders")
                .columns(Role.RATE, "rate ci_low ci_high");
        List<String> definitions =
                List.of("mcid", "percent_30", "percent_50", "bands", "absolute_1", "attainable", "acceptable");
        FullComparison.techniques().forEach(technique -> {
            int n = FullComparison.patients(technique);
            for (int i = 0; i < definitions.size(); i++) {
                double rate = 0.62 - 0.04 * i;
                String key = "pain " + technique + " " + definitions.get(i);
                table.row(key + " available", n, n, n, (int) (n * rate), rate, rate - 0.05, rate + 0.05)
                        .row(key + " no_response", n, n, n, (int) (n * rate), rate - 0.1, rate - 0.15, rate - 0.05)
                        .row(key + " weighted", n, n, n, Double.NaN, rate - 0.02, rate - 0.07, rate + 0.03);
            }
        });
        return table;
    }

    private static SmallTable dose() {
        SmallTable table = SmallTable.of("dose_response", "measure sessions")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.ADDITIVE_COUNT, "n_episodes")
                .columns(Role.MEAN, "improvement_mean")
                .columns(Role.SPREAD, "ci_low ci_high");
        IntStream.rangeClosed(1, 13).forEach(sessions -> {
            int n = sessions == 12 ? 4 : 320 - 20 * sessions;
            double mean = 0.8 + 0.3 * sessions - 0.014 * sessions * sessions;
            table.row(
                    "pain " + (sessions == 13 ? "13+" : sessions),
                    n,
                    n,
                    n,
                    mean,
                    mean - 0.05 * sessions,
                    mean + 0.05 * sessions);
        });
        return table;
    }

    private static SmallTable trend() {
        return SmallTable.of("dose_trend", "measure trend term")
                .columns(Role.MEAN, "estimate")
                .columns(Role.SPREAD, "std_error df ci_low ci_high p_value")
                .row("pain linear (Intercept)", 1600, 1.1, 0.05, 1599.0, 1.0, 1.2, 0.0)
                .row("pain linear sessions", 1600, 0.11, 0.01, 1599.0, 0.09, 0.13, 0.0)
                .row("pain quadratic (Intercept)", 1600, 0.8, 0.05, 1599.0, 0.7, 0.9, 0.0)
                .row("pain quadratic sessions", 1600, 0.3, 0.02, 1599.0, 0.26, 0.34, 0.0)
                .row("pain quadratic sessions^2", 1600, -0.014, 0.002, 1599.0, -0.018, -0.01, 0.0001);
    }

    private static SmallTable trajectories() {
        SmallTable table = SmallTable.of("trajectories", "measure technique visit")
                .columns(Role.ADDITIVE_COUNT, "n_scores")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "score_mean")
                .columns(Role.SPREAD, "score_ci_low score_ci_high");
        List<String> visits = List.of("baseline", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", ">12");
        FullComparison.techniques().forEach(technique -> {
            for (int i = 0; i < visits.size(); i++) {
                int n = Math.max(2, FullComparison.patients(technique) / (i + 1));
                double mean = 6.1 - 0.2 * i;
                table.row(
                        List.of("pain", technique, visits.get(i)),
                        n,
                        n,
                        n,
                        mean,
                        mean - 0.05 * (i + 1),
                        mean + 0.05 * (i + 1));
            }
        });
        return table;
    }

    private static SmallTable distribution() {
        SmallTable table = SmallTable.of("change_distribution", "measure technique bin")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.ADDITIVE_COUNT, "n_episodes")
                .columns(Role.RATE, "share");
        List<String> bins = List.of("≤ -3", "-2", "-1", "0", "1", "2", "3", "4", "5", "≥ 6");
        double[] shares = {0.02, 0.03, 0.05, 0.1, 0.2, 0.25, 0.15, 0.1, 0.06, 0.04};
        FullComparison.techniques().forEach(technique -> {
            for (int i = 0; i < bins.size(); i++) {
                int n = (int) Math.round(FullComparison.patients(technique) * shares[i]);
                table.row(
                        List.of("pain", technique, bins.get(i)),
                        n,
                        n,
                        n,
                        (double) n / FullComparison.patients(technique));
            }
        });
        List<String> wide = List.of("≤ -15", "-14 to -5", "-4 to 4", "5 to 9", "10 to 19", "≥ 20");
        Stream.of("dtm", "pnf")
                .forEach(technique -> wide.forEach(
                        bin -> table.row(List.of("mobility", technique, bin), 60, 60, 60, 1.0 / wide.size())));
        return table;
    }

    private static SmallTable recurrence() {
        SmallTable table = SmallTable.of("recurrence", "technique month")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.ADDITIVE_COUNT, "at_risk")
                .columns(Role.RATE, "free ci_low ci_high");
        FullComparison.techniques()
                .forEach(technique -> IntStream.rangeClosed(0, 14).forEach(month -> {
                    int n = FullComparison.patients(technique) * (15 - month) / 20;
                    double free = 1 - 0.012 * month - 0.0007 * technique.length() * month;
                    table.row(
                            technique + " " + month,
                            n,
                            n,
                            n,
                            free,
                            free - 0.003 * month,
                            Math.min(1, free + 0.003 * month));
                }));
        return table;
    }

    private static SmallTable test() {
        return SmallTable.of("recurrence_test", "test")
                .columns(Role.OPEN, "groups")
                .columns(Role.SPREAD, "chi_squared df p_value")
                .columns(Role.TEXT, "note")
                .row("log_rank_by_region", 900, 4, 5.32, 3.0, 0.15, "");
    }
}
