package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.disclosure.Components.Component;
import physio.outcomes.disclosure.Findings.Interval;
import physio.outcomes.disclosure.Known.Range;

/**
 * Works out hidden figures from the text of published files, and from what is documented of all such files: which rows are the sums
 * of which, and under what other names they appear.
 */
final class Attacker {
    /** DESIGN, Privacy: an interval at least so wide is wide enough. */
    static final int WIDE = 5;

    private final Known known;
    private final Map<String, Double> own;

    private Attacker(Known known, Map<String, Double> own) {
        this.known = known;
        this.own = own;
    }

    /** Somebody who was never a patient. */
    static Attacker outside(Known known) {
        return new Attacker(known, Map.of());
    }

    /** A patient, whose own diary makes these tables. */
    static Attacker insider(Known known, Map<String, String> ownTables) {
        Known exactly = new Known(false, known.months(), known.steps(), known.labels(), Known.Codes.NONE);
        CountSystem diary = outside(exactly).read(ownTables);
        Map<String, Double> own = new HashMap<>();
        for (int count = 0; count < diary.size(); count++) {
            own.put(diary.name(count), diary.low(count));
        }
        return new Attacker(known, own);
    }

    Findings attack(PublishedFiles files) {
        CountSystem system = read(files.tables());
        own.forEach((name, least) -> {
            if (system.has(name)) {
                system.show(name, new Range(least, CountSystem.MOST));
            }
        });
        Propagation.through(system);
        for (Component component : Components.of(system)) {
            ask(system, component);
        }
        return new Findings(
                intervals(system, system.hidden()),
                intervals(system, system.hiddenNumerators()),
                Views.of(known, files),
                new Grim(known).recovered(tables(files.tables())));
    }

    private static List<Interval> intervals(CountSystem system, Map<Integer, String> counts) {
        List<Interval> intervals = new ArrayList<>();
        counts.forEach((count, where) -> intervals.add(new Interval(
                system.name(count), where, Math.round(system.low(count)), Math.round(system.high(count)))));
        return intervals;
    }

    private static void ask(CountSystem system, Component component) {
        BitSet asked = new BitSet();
        system.hidden().keySet().stream().filter(component.counts()::get).forEach(asked::set);
        if (!asked.isEmpty()) {
            new LinearBounds(system, component.lines(), component.counts(), WIDE).narrow(asked);
        }
    }

    /** The counts of tables, what they can be at first sight, and how they hang together. */
    CountSystem read(Map<String, String> texts) {
        CountSystem system = new CountSystem();
        OutcomeFacts outcomes = new OutcomeFacts(system, known);
        CountFacts counts = new CountFacts(system, outcomes, known.isAnyLeftOut());
        for (CsvTable table : tables(texts)) {
            if (OutcomeFacts.isOutcomes(table)) {
                outcomes.read(table, (name, text) -> take(system, table, name, text));
            }
        }
        for (CsvTable table : tables(texts)) {
            counts.read(table, (name, text) -> take(system, table, name, text));
        }
        outcomes.relate();
        counts.relate();
        return system;
    }

    private void take(CountSystem system, CsvTable table, String name, String text) {
        if (!text.isEmpty()) {
            system.show(name, known.shown(Double.parseDouble(text)));
            tellOnce(system, name);
        } else if (isNumerator(name)) {
            system.hideNumerator(name, table.name());
        } else if (OutcomeFacts.isOutcomes(table) || !OutcomeFacts.isOutcome(name)) {
            // Other tables leave a count of outcomes out where it is a numerator of theirs: outcomes say whether it is
            // hidden.
            system.hide(name, table.name());
        }
    }

    /** How many episodes there were is told once a measure: it is hidden where no row tells it. */
    private static void tellOnce(CountSystem system, String name) {
        if (name.startsWith("participation")) {
            system.tell(name);
        }
    }

    /** Among the rows of a group, those that something holds of: a group of any size may have few of them. */
    private static boolean isNumerator(String name) {
        return name.endsWith("with_baseline")
                || (name.startsWith("activity") && !name.matches(".* (booked|attended|n_patients)"));
    }

    private static List<CsvTable> tables(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> CsvTable.read(text.getKey(), text.getValue()))
                .toList();
    }
}
