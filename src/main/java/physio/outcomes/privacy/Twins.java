package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts that two tables show under other names: the episodes with both scores are those whose change is told, and those with a baseline are hardly more. Where
 * the change is hidden, so are these counts, while the rest of their row stays.
 */
final class Twins {
    private static final Set<String> COLUMNS = Set.of("with_baseline", "with_follow_up");

    private final CellIndex index;
    private final BitSet hidden;

    Twins(CellIndex index, BitSet hidden) {
        this.index = index;
        this.hidden = hidden;
    }

    /** Whether a count of a cell is hidden elsewhere. */
    boolean isHidden(PublishedCell cell, String column) {
        if (!cell.family().equals(Relations.PARTICIPATION) || !COLUMNS.contains(column)) {
            return false;
        }
        Map<String, String> place = new TreeMap<>(cell.place());
        place.put("window", "episode");
        return index.find("outcomes", place).stream().anyMatch(twin -> hidden.get(twin.number()));
    }
}
