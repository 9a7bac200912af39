package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
            List.of("attended", "booked"));

    private static final String TECHNIQUE = "technique";

    private final CellIndex index;
    private final List<PublishedCell> cells = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Line> allLines;
    private final List<Line> lines;
    private final int[][] byCount;

    Relations(CellIndex index) {
        this.index = index;
        index.counted().forEach(counted -> {
            PublishedCell cell = counted.cell();
            numbers.put(key(cell, counted.column()), counts.size());
            cells.add(cell);
            counts.add(cell.count(counted.column()).orElseThrow());
        });
        this.allLines = Lines.of(index.cells());
        this.lines = allLines.stream().filter(this::addsUp).toList();
        index.cells().forEach(this::addWithin);
        new LinkedTables(index, this).add();
        this.byCount = byCount();
    }

    private int[][] byCount() {
        int[] sizes = new int[size()];
        relations.forEach(relation -> relation.counts().forEach(count -> sizes[count]++));
        int[][] by = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = relations.size() - 1; i >= 0; i--) {
            int relation = i;
            relations.get(i).counts().forEach(count -> by[count][--sizes[count]] = relation);
        }
        return by;
    }

    /** The places, among all relations, of those that a count is in. */
    int[] of(int count) {
        return byCount[count];
    }

    /** Whether those of a count hold when some counts are so much more. */
    boolean hold(int count, Map<Integer, Double> changes) {
        return IntStream.of(of(count))
                .allMatch(relation -> relations.get(relation).holds(changes));
    }

    /** The hidden counts while some cells are. */
    BitSet hidden(BitSet hiddenCells) {
        BitSet hidden = new BitSet();
        IntStream.range(0, size())
                .filter(count -> hiddenCells.get(cell(count).number()))
                .forEach(hidden::set);
        return hidden;
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

    /** Those too of which no count adds up. */
    List<Line> allLines() {
        return allLines;
    }

    /** The lines of which some counts add up. */
    List<Line> lines() {
        return lines;
    }

    /** Adds what holds of a line; whether its total is the sum of its parts. What is counted among others may add up by chance. */
    private boolean addsUp(Line line) {
        int before = relations.size();
        addLine(line, Set.of(Role.ADDITIVE_COUNT));
        boolean isSum = isSum(before);
        addLine(line, isSum ? Set.of(Role.PATIENTS, Role.NUMERATOR, Role.RECORDED) : Set.of(Role.PATIENTS));
        return isSum || isSum(before);
    }

    private boolean isSum(int from) {
        return relations.subList(from, relations.size()).stream().anyMatch(Relation::isEqual);
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

    /**
     * Several months of a clinic may be counted without those that are hidden, so that a month may have more than they have; those of a technique are of all
     * clinics, hidden or not.
     */
    private void add(int[] parts, int total, Role role, boolean isPeriod) {
        long sum = sum(parts);
        long all = counts.get(total).value();
        if ((role != Role.PATIENTS || isOnlyCount(total)) && (isPeriod ? sum == all : sum <= all)) {
            relations.add(
                    sum == all ? Relation.equal(parts, total) : Relation.atMost(parts, new int[] {total}, all - sum));
            return;
        }
        if (sum >= all) {
            relations.add(Relation.atMost(new int[] {total}, parts, sum - all));
        }
        if (!isPeriod || cell(total).place().containsKey(TECHNIQUE)) {
            IntStream.of(parts).forEach(part -> addAtMost(part, total));
        }
    }

    /** Where nothing else is counted, patients that add up are taken for a sum: means of them could be subtracted like one. */
    private boolean isOnlyCount(int count) {
        return cell(count).counts().values().stream().noneMatch(other -> other.role() == Role.ADDITIVE_COUNT);
    }

    void addAtMost(int less, int more) {
        long slack = counts.get(more).value() - counts.get(less).value();
        if (slack >= 0) {
            relations.add(Relation.atMost(new int[] {less}, new int[] {more}, slack));
        }
    }

    private void addWithin(PublishedCell cell) {
        cell.counts().forEach((column, count) -> {
            if (count.role() == Role.RECORDED) {
                addAtMost(cell, column, cell, "attended");
            }
        });
        for (List<String> pair : ASCENDING) {
            addAtMost(cell, pair.get(0), cell, pair.get(1));
        }
    }

    /** Where both cells have the counts, and as far as they bear it out. */
    void addAtMost(PublishedCell cell, String column, PublishedCell other, String itsColumn) {
        if (cell.count(column).isPresent() && other.count(itsColumn).isPresent()) {
            addAtMost(number(cell, column), number(other, itsColumn));
        }
    }

    /** By their own number. */
    List<PublishedCell> cells() {
        return index.cells();
    }

    long sum(int... some) {
        return IntStream.of(some).mapToLong(count -> counts.get(count).value()).sum();
    }

    void add(Relation relation) {
        relations.add(relation);
    }

    int number(PublishedCell cell, String column) {
        Integer number = numbers.get(key(cell, column));
        if (number == null) {
            throw new IllegalArgumentException("Unknown count '" + column + "' of a cell");
        }
        return number;
    }
}
