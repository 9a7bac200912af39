package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import physio.outcomes.disclosure.Known.Months;

/** What the tables of outcomes say together: they are views of the same changes, and share cells. */
final class OutcomeFacts {
    static final List<String> COUNTS = List.of("n_sessions", "n_episodes", "n_patients");
    private static final String ALL = "all";

    /** All in tables by body region: also the months of clinics that are hidden, which the others leave out of a longer period. */
    private static final String EVERYBODY = "everybody";

    private final CountSystem system;
    private final Known known;
    private final Set<Row> rows = new LinkedHashSet<>();

    /** Of months, those that are not shown. */
    private final Set<Row> hidden = new HashSet<>();

    OutcomeFacts(CountSystem system, Known known) {
        this.system = system;
        this.known = known;
    }

    /** A row of whichever table: what it is about is its name in all of them. */
    record Row(String group, String period, String measure, String window, String technique) {
        static Row of(CsvTable table, Map<String, String> row) {
            String kind = table.header().get(0);
            String group = CsvTable.cell(row, kind);
            return new Row(
                    group.equals(ALL) ? total(kind) : kind + " " + group,
                    CsvTable.cell(row, "period"),
                    CsvTable.cell(row, "measure"),
                    CsvTable.cell(row, "window"),
                    CsvTable.cell(row, "technique"));
        }

        String count(String column) {
            return String.join(" ", "outcomes", group, period, measure, window, technique, column);
        }

        private Row ofAllGroups() {
            return ofGroup(total(kind()));
        }

        private boolean isTotal() {
            return group.equals(ALL) || group.equals(EVERYBODY);
        }

        private Row ofAllTechniques() {
            return ofTechnique(ALL);
        }

        private Row ofGroup(String other) {
            return new Row(other, period, measure, window, technique);
        }

        private Row ofTechnique(String other) {
            return new Row(group, period, measure, window, other);
        }

        private Row over(String other) {
            return new Row(group, other, measure, window, technique);
        }

        private String kind() {
            return group.substring(0, Math.max(0, group.indexOf(' ')));
        }
    }

    private static String total(String kind) {
        return kind.equals("body_region") ? EVERYBODY : ALL;
    }

    static boolean isOutcomes(CsvTable table) {
        return table.has("technique") && table.has("n_sessions");
    }

    static boolean isOutcome(String count) {
        return count.startsWith("outcomes ");
    }

    void read(CsvTable table, BiConsumer<String, String> reader) {
        for (Map<String, String> csv : table.rows()) {
            Row row = Row.of(table, csv);
            rows.add(row);
            if (table.name().equals("monthly_outcomes") && CsvTable.isHidden(csv)) {
                hidden.add(row);
            }
            COUNTS.forEach(column -> reader.accept(row.count(column), CsvTable.cell(csv, column)));
        }
        if (known.isAnyLeftOut()) {
            addNotListed(table);
        }
    }

    /** Anything that a table may have a row of may have been left out, for all that its reader knows. */
    private void addNotListed(CsvTable table) {
        List<Row> listed = table.rows().stream().map(row -> Row.of(table, row)).toList();
        boolean isOfTechniques =
                listed.stream().anyMatch(row -> !row.technique().equals(ALL));
        String kind = table.header().get(0);
        Set<String> groups = known.notListed().groups().stream()
                .filter(group -> group.equals(total(kind)) || group.startsWith(kind + " "))
                .collect(Collectors.toSet());
        Set<String> techniques = isOfTechniques ? known.notListed().techniques() : Set.of(ALL);
        List<Row> possible = listed.stream()
                .flatMap(slice -> groups.stream().map(slice::ofGroup))
                .flatMap(slice -> techniques.stream().map(slice::ofTechnique))
                .distinct()
                .toList();
        if (table.name().equals("monthly_outcomes")) {
            possible.stream().filter(row -> !rows.contains(row)).forEach(hidden::add);
        }
        rows.addAll(possible);
    }

    /** Whether some table has the row, or may have; nobody is in one that none has. */
    boolean has(Row row) {
        return rows.contains(row);
    }

    void relate() {
        Map<Row, Map<String, List<Row>>> clinics = new HashMap<>();
        Map<Row, Map<String, List<Row>>> techniques = new HashMap<>();
        for (Row row : rows) {
            if (!row.isTotal()) {
                put(clinics, row.ofAllGroups(), row.kind(), row);
            }
            if (!row.technique().equals(ALL)) {
                put(techniques, row.ofAllTechniques(), "", row);
            }
            system.atMost(row.count("n_patients"), row.count("n_episodes"));
            system.atMost(row.count("n_episodes"), row.count("n_sessions"));
        }
        clinics.forEach(this::addLines);
        techniques.forEach(this::addLines);
        rows.stream().filter(row -> row.period().contains("..")).forEach(this::relateMonths);
    }

    private static void put(Map<Row, Map<String, List<Row>>> lines, Row total, String kind, Row part) {
        lines.computeIfAbsent(total, first -> new HashMap<>())
                .computeIfAbsent(kind, first -> new ArrayList<>())
                .add(part);
    }

    private void addLines(Row total, Map<String, List<Row>> kinds) {
        if (rows.contains(total)) {
            kinds.values().forEach(parts -> addLine(total, parts));
        }
    }

    /** An episode has one clinic, technique and month where its lasting change is meant; its sessions may have several. */
    private void addLine(Row total, List<Row> parts) {
        boolean isLasting = total.window().equals("episode");
        system.sum(total.count("n_sessions"), counts(parts, "n_sessions"));
        if (isLasting) {
            system.sum(total.count("n_episodes"), counts(parts, "n_episodes"));
        } else {
            system.union(total.count("n_episodes"), counts(parts, "n_episodes"));
        }
        system.union(total.count("n_patients"), counts(parts, "n_patients"));
    }

    private static List<String> counts(List<Row> rows, String column) {
        return rows.stream().map(row -> row.count(column)).toList();
    }

    /** Every month is told of all techniques together, of one technique only the last. */
    private void relateMonths(Row total) {
        Row named = total.group().equals(EVERYBODY) ? total.ofGroup(ALL) : total;
        List<Row> months = monthsOf(named, rows);
        if (total.group().equals(EVERYBODY)) {
            relateEverybody(total, months);
        } else if (known.months() == Months.SHOWN) {
            relateShown(total, months);
        } else if (total.technique().equals(ALL) && !months.isEmpty()) {
            addLine(total, months);
        } else {
            months.forEach(month -> COUNTS.forEach(column -> system.atMost(month.count(column), total.count(column))));
        }
    }

    private static List<Row> monthsOf(Row total, Set<Row> among) {
        String[] ends = total.period().split("\\.\\.", -1);
        return among.stream()
                .filter(row -> row.over(total.period()).equals(total))
                .filter(row -> !row.period().contains(".."))
                .filter(row ->
                        row.period().compareTo(ends[0]) >= 0 && row.period().compareTo(ends[1]) <= 0)
                .toList();
    }

    /** Everybody is who is told of in the tables by clinic, and who is hidden in them. */
    private void relateEverybody(Row total, List<Row> months) {
        boolean isOneMonth =
                monthsOf(total.ofGroup(ALL).ofAllTechniques(), rows).size() == 1;
        if (!months.isEmpty() && (total.technique().equals(ALL) || isOneMonth)) {
            addLine(total, months);
        }
        months.forEach(month -> COUNTS.forEach(column -> system.atMost(month.count(column), total.count(column))));
        Row told = total.ofGroup(ALL);
        if (known.months() == Months.SHOWN && rows.contains(told)) {
            List<Row> parts = new ArrayList<>(List.of(told));
            hidden.stream()
                    .filter(row -> row.kind().equals("clinic_id"))
                    .filter(row -> monthsOf(total.ofGroup(row.group()), hidden).contains(row))
                    .forEach(parts::add);
            addLine(total, parts);
        }
    }

    /** A clinic's period holds its months that are shown, and that of all clinics nothing else. */
    private void relateShown(Row total, List<Row> months) {
        List<Row> shown =
                months.stream().filter(month -> !hidden.contains(month)).toList();
        if (total.technique().equals(ALL) && !total.group().equals(ALL) && !shown.isEmpty()) {
            addLine(total, shown);
        } else if (total.technique().equals(ALL) && !months.isEmpty()) {
            COUNTS.forEach(column -> system.atMostSum(total.count(column), counts(months, column)));
        }
    }
}
