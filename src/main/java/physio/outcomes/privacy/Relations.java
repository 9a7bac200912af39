package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    }

    private static String key(PublishedCell cell, String column) {
        return cell.number() + " " + column;
    }

    /** How many counts there are. */
    int size() {
        return counts.size();
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

    /** Adds what holds of a line; whether its total is the sum of its parts. */
    private boolean addsUp(Line line) {
        int before = relations.size();
        line.total().counts().forEach((column, total) -> {
            if (line.parts().stream().allMatch(part -> part.count(column).isPresent())) {
                int[] parts = line.parts().stream()
                        .mapToInt(part -> number(part, column))
                        .toArray();
                add(parts, number(line.total(), column), total.role());
            }
        });
        return relations.subList(before, relations.size()).stream().anyMatch(Relation::isEqual);
    }

    private void add(int[] parts, int total, Role role) {
        long sum = 0;
        for (int part : parts) {
            sum += counts.get(part).value();
        }
        long all = counts.get(total).value();
        if (role != Role.PATIENTS && sum <= all) {
            relations.add(
                    sum == all ? Relation.equal(parts, total) : Relation.atMost(parts, new int[] {total}, all - sum));
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
        for (List<String> pair : ASCENDING) {
            if (cell.count(pair.get(0)).isPresent() && cell.count(pair.get(1)).isPresent()) {
                addAtMost(number(cell, pair.get(0)), number(cell, pair.get(1)));
            }
        }
    }

    /** What other families tell of the same sessions or episodes. */
    private void addAcross(PublishedCell cell) {
        Map<String, String> place = cell.place();
        String measure = place.getOrDefault("measure", "");
        if (!place.containsKey("period") || place.containsKey("technique") || !place.containsKey("window")) {
            return;
        }
        Map<String, String> elsewhere = new HashMap<>(place);
        elsewhere.remove("window");
        if (cell.count("n_episodes").isPresent() && "episode".equals(place.get("window"))) {
            index.find("participation", elsewhere)
                    .forEach(other -> addTwin(cell, "n_episodes", other, "with_follow_up"));
        }
        elsewhere.remove("measure");
        if (cell.count("n_sessions").isPresent() && "session".equals(place.get("window"))) {
            for (String moment : List.of("_before", "_after")) {
                index.find("activity", elsewhere).stream()
                        .filter(other -> other.count(measure + moment).isPresent())
                        .forEach(other -> addAtMost(number(cell, "n_sessions"), number(other, measure + moment)));
            }
        }
    }

    private void addTwin(PublishedCell cell, String column, PublishedCell other, String itsColumn) {
        if (other.count(itsColumn).isPresent()) {
            int one = number(cell, column);
            int two = number(other, itsColumn);
            boolean isSame = counts.get(one).value() == counts.get(two).value();
            if (isSame) {
                relations.add(Relation.equal(new int[] {one}, two));
            }
        }
    }

    private int number(PublishedCell cell, String column) {
        Integer number = numbers.get(key(cell, column));
        if (number == null) {
            throw new IllegalArgumentException("Unknown count '" + column + "' of a cell");
        }
        return number;
    }
}
