package physio.outcomes.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import physio.outcomes.ingest.Tally;

/** A store as a few lists in memory: what it is to hold after each change. */
final class StoreModel {
    private final Map<Integer, List<Taken>> states = new TreeMap<>();
    private final Set<String> erased = new HashSet<>();
    private List<Taken> now = List.of();
    private int lastDelivery;
    private int lastRun;

    /**
     * A record of a file.
     *
     * @param score a number, or {@code x}, which is none
     */
    record Line(String session, LocalDate day, String score, String patient) {
        private boolean isReadable() {
            return !score.equals("x");
        }

        @Override
        public String toString() {
            return String.join(" ", session, day.toString(), score, patient);
        }
    }

    /** A file that was taken in, and what is left of it. */
    private static final class Taken {
        private final int number;
        private final int run;
        private final String name;
        private final List<Line> lines;
        private final Optional<Taken> replaces;
        private final List<Taken> before;
        private final Map<Integer, Line> stored = new LinkedHashMap<>();
        private final Map<Integer, Line> quarantined = new LinkedHashMap<>();
        private int duplicates;
        private int erased;

        private Taken(
                int number, int run, String name, List<Line> lines, Optional<Taken> replaces, List<Taken> before) {
            this.number = number;
            this.run = run;
            this.name = name;
            this.lines = lines;
            this.replaces = replaces;
            this.before = before;
        }

        private Taken read(Set<String> gone) {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (gone.contains(line.patient())) {
                    erased++;
                } else if (!line.isReadable()) {
                    quarantined.put(i, line);
                } else if (stored.containsValue(line)) {
                    duplicates++;
                } else {
                    stored.put(i, line);
                }
            }
            return this;
        }

        private void erase(String patient) {
            for (Map<Integer, Line> rows : List.of(stored, quarantined)) {
                int rowsBefore = rows.size();
                rows.values().removeIf(line -> line.patient().equals(patient));
                erased += rowsBefore - rows.size();
            }
        }

        private long shared(Taken other) {
            Set<String> others =
                    other.stored.values().stream().map(Line::session).collect(Collectors.toSet());
            return stored.values().stream()
                    .filter(line -> others.contains(line.session()))
                    .count();
        }

        private String told() {
            List<LocalDate> days =
                    stored.values().stream().map(Line::day).sorted().toList();
            return String.join(
                    " ",
                    String.valueOf(number),
                    String.valueOf(run),
                    name,
                    new Tally(lines.size(), stored.size(), quarantined.size(), duplicates, 0, erased).toString(),
                    String.valueOf(before.stream().mapToLong(this::shared).sum()),
                    replaces.map(other -> other.number).toString(),
                    (days.isEmpty() ? Optional.empty() : Optional.of(days.get(0))).toString(),
                    (days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1))).toString());
        }
    }

    /** The same of a delivery that a store has. */
    static String told(Delivery delivery) {
        return String.join(
                " ",
                String.valueOf(delivery.number()),
                String.valueOf(delivery.run()),
                delivery.file().name(),
                delivery.tally().toString(),
                String.valueOf(delivery.overlapping()),
                delivery.replaces().toString(),
                delivery.firstDate().toString(),
                delivery.lastDate().toString());
    }

    /** A file comes, alone in its run. */
    void take(String name, List<Line> lines) {
        List<Taken> current = current();
        boolean isKnown = now.stream().anyMatch(taken -> taken.lines.equals(lines));
        Optional<Taken> replaces =
                current.stream().filter(taken -> taken.name.equals(name)).findFirst();
        List<Taken> before = new ArrayList<>(current);
        replaces.ifPresent(before::remove);
        Taken taken = new Taken(lastDelivery + 1, lastRun + 1, name, lines, replaces, before).read(erased);
        boolean isForeign = replaces.filter(other -> !other.stored.isEmpty() && taken.shared(other) == 0)
                .isPresent();
        if (!isKnown && !isForeign) {
            lastDelivery++;
            lastRun++;
            now = new ArrayList<>(now);
            now.add(taken);
            states.put(lastDelivery, now);
        }
    }

    void erase(String patient) {
        erased.add(patient);
        states.values().forEach(state -> state.forEach(taken -> taken.erase(patient)));
    }

    void restore(int newest) {
        now = Objects.requireNonNull(states.get(newest));
    }

    private List<Taken> current() {
        Set<Taken> replaced =
                now.stream().flatMap(taken -> taken.replaces.stream()).collect(Collectors.toSet());
        return now.stream().filter(taken -> !replaced.contains(taken)).toList();
    }

    /** The names of files in force. */
    List<String> names() {
        return current().stream().map(taken -> taken.name).toList();
    }

    /** The records of all files that are, or were, in the store as it is now. */
    List<List<Line>> files() {
        return now.stream().map(taken -> taken.lines).toList();
    }

    /** The numbers that the store can be as of. */
    List<Integer> states() {
        return List.copyOf(states.keySet());
    }

    boolean holds(String patient) {
        return erased.contains(patient)
                || states.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(taken -> taken.lines.stream()
                                .anyMatch(line -> line.patient().equals(patient)));
    }

    List<String> deliveries() {
        return now.stream().map(Taken::told).toList();
    }

    /** Each row of the sessions as a reader prints it. */
    List<String> sessions() {
        return current().stream()
                .flatMap(taken -> taken.stored.values().stream()
                        .map(line -> "Record(" + taken.number + ", " + line.day() + ", dtm, " + line.score() + ")"))
                .sorted()
                .toList();
    }

    List<String> quarantine() {
        return current().stream()
                .flatMap(taken -> taken.quarantined.keySet().stream()
                        .map(place -> "Record(" + taken.number + ", " + (place + 2) + ", " + (place + 1)
                                + ", pain_before, bad_number)"))
                .sorted()
                .toList();
    }
}
