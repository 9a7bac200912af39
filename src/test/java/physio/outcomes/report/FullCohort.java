package physio.outcomes.report;

import java.util.List;
import java.util.stream.Stream;
import physio.outcomes.domain.ResultColumn.Role;

/** Who is compared in {@link FullComparison}. */
final class FullCohort {
    private FullCohort() {}

    static List<SmallTable> tables() {
        return List.of(records(), attendance(), flow(), characteristics());
    }

    private static SmallTable records() {
        return SmallTable.of("records", "step")
                .columns(Role.OPEN, "n_records")
                .row("received", 0, 25310)
                .row("quarantined", 0, 210)
                .row("duplicates", 0, 96)
                .row("filtered", 4, 4)
                .row("stored", 0, 25000);
    }

    private static SmallTable attendance() {
        return SmallTable.of("attendance", "status")
                .columns(Role.ADDITIVE_COUNT, "n_sessions")
                .row("attended", 1900, 22500)
                .row("cancelled", 800, 1500)
                .row("did_not_attend", 600, 1000);
    }

    private static SmallTable flow() {
        SmallTable table = SmallTable.of("flow", "measure step")
                .columns(Role.ADDITIVE_COUNT, "n_episodes")
                .columns(Role.PATIENTS, "n_patients");
        for (String measure : FullComparison.MEASURES) {
            table.row(measure + " studied", 1900, 2400, 1900)
                    .row(measure + " with_baseline", 1850, 2300, 1850)
                    .row(measure + " with_follow_up", 1636, 1840, 1636)
                    .row(measure + " one_technique", 1486, 1656, 1486)
                    .row(measure + " compared", 1483, 1653, 1483);
        }
        return table;
    }

    private static SmallTable characteristics() {
        SmallTable table = SmallTable.of("characteristics", "characteristic level technique")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.ADDITIVE_COUNT, "n_episodes")
                .columns(Role.RATE, "share")
                .columns(Role.MEAN, "mean")
                .columns(Role.SPREAD, "sd smd")
                .columns(Role.TEXT, "reference");
        for (String factor : List.of("age_band", "sex", "body_region")) {
            for (String level : levels(factor)) {
                Stream.concat(Stream.of("all"), FullComparison.techniques())
                        .forEach(technique -> addShare(table, factor, levels(factor), level, technique));
            }
        }
        for (String number : List.of("sessions", "earlier_episodes", "baseline_pain", "baseline_mobility")) {
            Stream.concat(Stream.of("all"), FullComparison.techniques())
                    .forEach(technique -> addMean(table, number, technique));
        }
        return table;
    }

    private static List<String> levels(String factor) {
        return switch (factor) {
            case "age_band" -> List.of("18-29", "30-39", "40-49", "50-64", "missing");
            case "sex" -> List.of("female", "male", "missing");
            default -> List.of("knee", "neck", "shoulder");
        };
    }

    private static void addShare(SmallTable table, String factor, List<String> levels, String level, String technique) {
        double nominal = level.equals("missing") ? 0.02 : 0.98 / (levels.size() - (levels.contains("missing") ? 1 : 0));
        int patients = (int) Math.round(nominal * patients(technique));
        double share = (double) patients / patients(technique);
        table.row(
                factor + " " + level + " " + technique,
                patients,
                patients,
                patients,
                share,
                Double.NaN,
                Double.NaN,
                difference(technique, 0.08),
                "dtm");
    }

    private static void addMean(SmallTable table, String number, String technique) {
        int patients = patients(technique);
        table.row(
                number + "  " + technique,
                patients,
                patients,
                patients,
                Double.NaN,
                number.equals("baseline_mobility") ? 61.4 : 5.4,
                1.9,
                difference(technique, number.equals("baseline_pain") && technique.equals("pnf") ? 0.63 : 0.11),
                "dtm");
    }

    private static int patients(String technique) {
        return technique.equals("all") ? 1636 : FullComparison.patients(technique);
    }

    private static double difference(String technique, double difference) {
        return technique.equals("all") || technique.equals("dtm") ? Double.NaN : difference;
    }
}
