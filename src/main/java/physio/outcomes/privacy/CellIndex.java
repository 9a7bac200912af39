package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * The cells behind the rows of tables that are published together: rows of one family that say the same of each dimension are one
 * cell, which is hidden in all of them or in none. So are the rows of participation in all measures: they are about the same episodes.
 */
final class CellIndex {
    private static final Set<Role> COUNTED =
            EnumSet.of(Role.ADDITIVE_COUNT, Role.PATIENTS, Role.NUMERATOR, Role.RECORDED);

    static final String PARTICIPATION = "participation";
    static final String MEASURE = "measure";

    private final List<PublishedCell> cells = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<Counted> counted = new ArrayList<>();
    private final List<int[]> numbers = new ArrayList<>();

    /** Of tables; those that are given later find the cells of those before. */
    void add(List<ResultTable> tables) {
        for (ResultTable table : tables) {
            int[] own = new int[table.rows().size()];
            // By key: the order in which a table happens to be written decides nothing.
            IntStream.range(0, own.length)
                    .boxed()
                    .sorted(Comparator.comparing(table.rows()::get, ResultRow.BY_KEY))
                    .forEach(i -> own[i] = number(table, table.rows().get(i)));
            numbers.add(own);
        }
    }

    private int number(ResultTable table, ResultRow row) {
        Map<String, String> place = place(table, row);
        Map<String, Count> counts = counts(table, row);
        String name = table.family() + " " + place;
        Integer known = byName.get(name);
        if (known != null && !cells.get(known).agrees(counts)) {
            // Of other sessions after all, such as those with all that a model needs.
            name = table.name() + " " + name;
            known = byName.get(name);
        }
        if (known != null) {
            addNew(cells.get(known), counts);
            cells.get(known).take(row.contributors(), counts);
            return known;
        }
        byName.put(name, cells.size());
        int totals = Collections.frequency(row.key(), ResultTable.ALL);
        PublishedCell cell =
                new PublishedCell(cells.size(), table.family(), name, place, totals, row.contributors(), Map.of());
        addNew(cell, counts);
        cell.take(row.contributors(), counts);
        cells.add(cell);
        return cell.number();
    }

    private void addNew(PublishedCell cell, Map<String, Count> counts) {
        counts.keySet().stream()
                .filter(column -> cell.count(column).isEmpty())
                .forEach(column -> counted.add(new Counted(cell, column)));
    }

    /** A column of a cell that counts. */
    record Counted(PublishedCell cell, String column) {}

    /** All counts of all cells: those of tables that were added first are first. */
    List<Counted> counted() {
        return counted;
    }

    private static Map<String, String> place(ResultTable table, ResultRow row) {
        Map<String, String> place = new TreeMap<>();
        for (int i = 0; i < row.key().size(); i++) {
            boolean isShared = table.family().equals(PARTICIPATION)
                    && table.dimensions().get(i).equals(MEASURE);
            if (!row.key().get(i).equals(ResultTable.ALL) && !isShared) {
                place.put(table.dimensions().get(i), row.key().get(i));
            }
        }
        return place;
    }

    /** A count of a cell, of which one of its patients knows as much as is his own. */
    record Count(Role role, long value, long own) {
        /** By how much it may be less for all that he knows. */
        long room() {
            return value - own;
        }
    }

    private static Map<String, Count> counts(ResultTable table, ResultRow row) {
        Map<String, Count> counts = new LinkedHashMap<>();
        int additive = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            ResultColumn column = table.columns().get(i);
            boolean isAdditive = column.role() == Role.ADDITIVE_COUNT;
            if (COUNTED.contains(column.role())
                    && !LinkedTables.isBetween(table, column)
                    && row.figures().get(i) instanceof Figure.Count count) {
                long own = isAdditive ? largest(row.contributors(), additive) : 1;
                counts.put(column.name(), new Count(column.role(), count.value(), Math.min(own, count.value())));
            }
            additive += isAdditive ? 1 : 0;
        }
        return counts;
    }

    private static long largest(Contributors contributors, int column) {
        return column < contributors.largest().size() ? contributors.largest().get(column) : 1;
    }

    /** All cells, by number. */
    List<PublishedCell> cells() {
        return cells;
    }

    /** The cell of a row, by the place of its table among all that were added. */
    int cell(int table, int row) {
        return numbers.get(table)[row];
    }

    /** The cell that is about a place of a family, when a table has it. */
    List<PublishedCell> find(String family, Map<String, String> place) {
        Integer number = byName.get(family + " " + new TreeMap<>(place));
        return number == null ? List.of() : List.of(cells.get(number));
    }
}
