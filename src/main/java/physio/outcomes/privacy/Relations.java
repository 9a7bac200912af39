package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.privacy.CellIndex.Count;
import physio.outcomes.privacy.Lines.Line;

/**
 * The counts of cells and what anybody who reads the tables' description knows of them: totals are the sum of their parts, patients at most
 * that and at least the largest, and no cell has more patients than episodes, nor more episodes than sessions. Whether the parts of a
 * line add up is taken from the counts themselves, so that a relation that holds by chance is guarded against too.
 */
final class Relations {
    /** The first is never more than the second, where a cell has both. */
    private static final List<List<String>> ASCENDING = List.of(
            List.of("n_patients", "n_episodes"),
            List.of("n_patients", "n_scores"),
            List.of("n_patients", "n_intervals"),
            List.of("n_patients", "n_sessions"),
            List.of("n_patients", "attended"),
            List.of("n_episodes", "n_sessions"),
            List.of("attended", "booked"),
            List.of("with_baseline", "n_episodes"),
            List.of("with_follow_up", "with_baseline"));

    static final String PARTICIPATION = "participation";

    private final CellIndex index;
    private final List<PublishedCell> cells = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Line> lines;

    Relations(CellIndex index) {
        this.index = index;
        index.cells()
                .forEach(cell -> cell.counts().forEach((column, count) -> {
                    numbers.put(key(cell, column), counts.size());
                    cells.add(cell);
                    counts.add(count);
                }));
        this.lines = Lines.of(index.cells()).stream().filter(this::addsUp).toList();
        index.cells().forEach(this::addWithin);
        index.cells().forEach(this::addAcross);
        addMeasures();
    }

    private static String key(PublishedCell cell, String column) {
        return cell.number() + " " + column;
    }

    /** How many counts there are. */
    int size() {
        return counts.size();
    }

    /** Whether a count is one that a hidden row is to keep: of sessions, episodes or patients. */
    boolean isAudited(int count) {
        return counts.get(count).role() == Role.ADDITIVE_COUNT
                || counts.get(count).role() == Role.PATIENTS;
    }

    PublishedCell cell(int count) {
        return cells.get(count);
    }

    Count count(int count) {
        return counts.get(count);
    }

    List<Relation> all() {
        return relations;
    }

    /** The lines of which some counts add up. */
    List<Line> lines() {
        return lines;
    }

    /** Adds what holds of a line; whether its total is the sum of its parts. What is counted among others may add up by chance. */
    private boolean addsUp(Line line) {
        int before = relations.size();
        addLine(line, Set.of(Role.ADDITIVE_COUNT));
        boolean isSum = relations.subList(before, relations.size()).stream().anyMatch(Relation::isEqual);
        addLine(line, isSum ? Set.of(Role.PATIENTS, Role.NUMERATOR, Role.RECORDED) : Set.of(Role.PATIENTS));
        return isSum;
    }

    private void addLine(Line line, Set<Role> roles) {
        line.total().counts().forEach((column, total) -> {
            if (roles.contains(total.role())
                    && line.parts().stream().allMatch(part -> part.count(column).isPresent())) {
                int[] parts = line.parts().stream()
                        .mapToInt(part -> number(part, column))
                        .toArray();
                add(parts, number(line.total(), column), total.role(), line.isPeriod());
            }
        });
    }

    /** Of several months together what does not add up is left open: they may be counted without those months that are hidden. */
    private void add(int[] parts, int total, Role role, boolean isPeriod) {
        long sum = 0;
        for (int part : parts) {
            sum += counts.get(part).value();
        }
        long all = counts.get(total).value();
        if (role != Role.PATIENTS && (isPeriod ? sum == all : sum <= all)) {
            relations.add(
                    sum == all ? Relation.equal(parts, total) : Relation.atMost(parts, new int[] {total}, all - sum));
            return;
        }
        if (isPeriod) {
            return;
        }
        if (sum >= all) {
            relations.add(Relation.atMost(new int[] {total}, parts, sum - all));
        }
        for (int part : parts) {
            addAtMost(part, total);
        }
    }

    private void addAtMost(int less, int more) {
        long slack = counts.get(more).value() - counts.get(less).value();
        if (slack >= 0) {
            relations.add(Relation.atMost(new int[] {less}, new int[] {more}, slack));
        }
    }

    private void addWithin(PublishedCell cell) {
        if (cell.count("attended").isPresent()) {
            cell.counts().forEach((column, count) -> {
                if (count.role() == Role.RECORDED) {
                    addAtMost(number(cell, column), number(cell, "attended"));
                }
            });
        }
        for (List<String> pair : ASCENDING) {
            if (cell.count(pair.get(0)).isPresent() && cell.count(pair.get(1)).isPresent()) {
                addAtMost(number(cell, pair.get(0)), number(cell, pair.get(1)));
            }
        }
    }

    /** What other families tell of the same sessions: none has two scores without having the one, and the other. */
    private void addAcross(PublishedCell cell) {
        Map<String, String> place = new HashMap<>(cell.place());
        String window = place.getOrDefault("window", "");
        place.remove("window");
        if (window.equals("episode")) {
            index.find(PARTICIPATION, place).forEach(other -> addAtMost(cell, "n_episodes", other, "n_episodes"));
        }
        if (window.equals("session")) {
            String measure = place.getOrDefault("measure", "");
            place.remove("measure");
            index.find("activity", place)
                    .forEach(other -> addScores(cell, other, measure + "_before", measure + "_after"));
        }
    }

    /** Sessions with both scores are at most those with one, and at least what these leave of the attended. */
    private void addScores(PublishedCell cell, PublishedCell activity, String before, String after) {
        addAtMost(cell, "n_sessions", activity, before);
        addAtMost(cell, "n_sessions", activity, after);
        addAtMost(cell, "n_sessions", activity, "attended");
        boolean hasAll = cell.count("n_sessions").isPresent()
                && List.of(before, after, "attended").stream()
                        .allMatch(column -> activity.count(column).isPresent());
        if (hasAll) {
            int[] scores = {number(activity, before), number(activity, after)};
            int[] sessions = {number(cell, "n_sessions"), number(activity, "attended")};
            long slack = counts.get(sessions[0]).value()
                    + counts.get(sessions[1]).value()
                    - counts.get(scores[0]).value()
                    - counts.get(scores[1]).value();
            if (slack >= 0) {
                relations.add(Relation.atMost(scores, sessions, slack));
            }
        }
    }

    /** Episodes with and without scores are the same for each measure. */
    private void addMeasures() {
        Map<Map<String, String>, PublishedCell> firsts = new HashMap<>();
        for (PublishedCell cell : index.cells()) {
            if (cell.family().equals(PARTICIPATION)) {
                Map<String, String> place = new HashMap<>(cell.place());
                place.remove("measure");
                PublishedCell first = firsts.putIfAbsent(place, cell);
                if (first != null) {
                    addSame(first, cell, "n_episodes");
                    addSame(first, cell, "n_patients");
                }
            }
        }
    }

    private void addSame(PublishedCell one, PublishedCell other, String column) {
        if (one.count(column).isPresent() && other.count(column).isPresent()) {
            relations.add(Relation.equal(new int[] {number(one, column)}, number(other, column)));
        }
    }

    private void addAtMost(PublishedCell cell, String column, PublishedCell other, String itsColumn) {
        if (cell.count(column).isPresent() && other.count(itsColumn).isPresent()) {
            addAtMost(number(cell, column), number(other, itsColumn));
        }
    }

    /** A cell by its own number. */
    PublishedCell cellOf(int cell) {
        return index.cells().get(cell);
    }

    int number(PublishedCell cell, String column) {
        Integer number = numbers.get(key(cell, column));
        if (number == null) {
            throw new IllegalArgumentException("Unknown count '" + column + "' of a cell");
        }
        return number;
    }
}
