package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the tables that count sessions and episodes say of each other and of the outcomes. */
final class CountFacts {
    private static final String ALL = "all";
    private static final List<String> ACTIVITY = List.of("clinic_id", "period", "suppressed");
    private static final List<String> PARTICIPATION =
            List.of("n_episodes", "n_patients", "with_baseline", "with_follow_up");

    private final CountSystem system;
    private final OutcomeFacts outcomes;
    private final boolean isAnyLeftOut;

    /** Names of counts by their total's name. */
    private final Map<String, Set<String>> clinics = new LinkedHashMap<>();

    private final List<Runnable> relations = new ArrayList<>();

    /** Beside outcomes that have been read. */
    CountFacts(CountSystem system, OutcomeFacts outcomes, boolean isAnyLeftOut) {
        this.system = system;
        this.isAnyLeftOut = isAnyLeftOut;
        this.outcomes = outcomes;
    }

    void read(CsvTable table, BiConsumer<String, String> reader) {
        for (Map<String, String> row : table.rows()) {
            if (table.has("booked")) {
                readActivity(table, row, reader);
            } else if (table.has("with_follow_up")) {
                readParticipation(row, reader);
            }
        }
    }

    private void readActivity(CsvTable table, Map<String, String> row, BiConsumer<String, String> reader) {
        String clinic = CsvTable.cell(row, "clinic_id");
        String period = CsvTable.cell(row, "period");
        for (String column : table.header()) {
            if (!ACTIVITY.contains(column)) {
                String name = activity(clinic, period, column);
                reader.accept(name, CsvTable.cell(row, column));
                part(clinic, name, activity(ALL, period, column));
                if (!List.of("booked", "attended").contains(column)) {
                    system.atMost(name, activity(clinic, period, "attended"));
                }
                if (column.endsWith("_before")) {
                    relations.add(() -> relate(clinic, period, column.replace("_before", "")));
                }
            }
        }
        system.atMost(activity(clinic, period, "attended"), activity(clinic, period, "booked"));
    }

    private void readParticipation(Map<String, String> row, BiConsumer<String, String> reader) {
        String clinic = CsvTable.cell(row, "clinic_id");
        String period = CsvTable.cell(row, "period");
        String measure = CsvTable.cell(row, "measure");
        for (String column : PARTICIPATION) {
            String name = participation(clinic, period, measure, column);
            if (column.equals("with_follow_up") && !outcomes.has(outcome(clinic, period, measure, "episode"))) {
                if (!isAnyLeftOut) {
                    system.show(name, new Known.Range(0, 0));
                }
                continue;
            }
            reader.accept(name, CsvTable.cell(row, column));
            part(clinic, name, participation(ALL, period, measure, column));
        }
        chain(
                participation(clinic, period, measure, "with_follow_up"),
                participation(clinic, period, measure, "with_baseline"),
                participation(clinic, period, measure, "n_episodes"));
        system.atMost(
                participation(clinic, period, measure, "n_patients"),
                participation(clinic, period, measure, "n_episodes"));
        relations.add(() -> atMostIfKnown(
                outcome(clinic, period, measure, "episode").count("n_patients"),
                participation(clinic, period, measure, "n_patients")));
    }

    /** Follow-ups are the episodes of outcomes under another name; how many episodes there were does not depend on the measure. */
    private static String participation(String clinic, String period, String measure, String column) {
        return switch (column) {
            case "with_follow_up" -> outcome(clinic, period, measure, "episode").count("n_episodes");
            case "with_baseline" -> String.join(" ", "participation", clinic, period, measure, column);
            default -> String.join(" ", "participation", clinic, period, column);
        };
    }

    private static String activity(String clinic, String period, String column) {
        return String.join(" ", "activity", clinic, period, column);
    }

    private static OutcomeFacts.Row outcome(String clinic, String period, String measure, String window) {
        return new OutcomeFacts.Row(clinic.equals(ALL) ? ALL : "clinic_id " + clinic, period, measure, window, ALL);
    }

    private void part(String clinic, String name, String total) {
        if (!clinic.equals(ALL)) {
            clinics.computeIfAbsent(total, first -> new LinkedHashSet<>()).add(name);
        }
    }

    private void chain(String... ascending) {
        for (int i = 1; i < ascending.length; i++) {
            system.atMost(ascending[i - 1], ascending[i]);
        }
    }

    /** A session scored before and after is one scored before, and one scored after. */
    private void relate(String clinic, String period, String measure) {
        OutcomeFacts.Row outcome = outcome(clinic, period, measure, "session");
        String before = activity(clinic, period, measure + "_before");
        String after = activity(clinic, period, measure + "_after");
        String both = outcome.count("n_sessions");
        if (system.has(both)) {
            system.atMost(both, before);
            system.atMost(both, after);
            system.overlap(both, before, after, activity(clinic, period, "attended"));
        }
        atMostIfKnown(outcome.count("n_patients"), activity(clinic, period, "n_patients"));
    }

    private void atMostIfKnown(String less, String more) {
        if (system.has(less) && system.has(more)) {
            system.atMost(less, more);
        }
    }

    private void relateSome(String total, List<String> parts) {
        if (total.endsWith("n_patients")) {
            parts.forEach(part -> system.atMost(part, total));
        } else {
            system.atLeastSum(total, parts);
        }
    }

    void relate() {
        clinics.forEach((total, parts) -> {
            if (system.has(total) && isAnyLeftOut) {
                relateSome(total, List.copyOf(parts));
            } else if (system.has(total) && total.endsWith("n_patients")) {
                system.union(total, List.copyOf(parts));
            } else if (system.has(total)) {
                system.sum(total, List.copyOf(parts));
            }
        });
        relations.forEach(Runnable::run);
    }
}
