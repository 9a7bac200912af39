package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultTable;

/**
 * What tables of several families tell of the same sessions under other names: no session has two scores without having the one, and
 * the other; no more episodes have both scores than there are.
 *
 * <p>Episodes with a baseline lie between these two, row by row and in sum, and are hidden wherever either is: whatever the two may be, some numbers
 * of baselines lie between them and have the shown sum. So they narrow nothing down and are no part of the audit.
 */
final class LinkedTables {
    private static final Set<String> HIDDEN_WITH_OUTCOMES = Set.of("with_baseline", "with_follow_up");
    private static final String ACTIVITY = "activity";
    private static final String OUTCOMES = "outcomes";
    private static final String EPISODES = "n_episodes";
    private static final String SESSIONS = "n_sessions";
    private static final String ATTENDED = "attended";
    private static final String PATIENTS = "n_patients";

    private final CellIndex index;
    private final Relations relations;

    LinkedTables(CellIndex index, Relations relations) {
        this.index = index;
        this.relations = relations;
    }

    /** Adds what holds between the tables. */
    void add() {
        index.cells().stream().filter(cell -> cell.family().equals(OUTCOMES)).forEach(this::link);
    }

    /** Whether a column of a cell's row is hidden since another cell is. */
    static boolean isHidden(CellIndex index, PublishedCell cell, String measure, String column, BitSet hiddenCells) {
        if (!cell.family().equals(CellIndex.PARTICIPATION) || !HIDDEN_WITH_OUTCOMES.contains(column)) {
            return false;
        }
        Map<String, String> place = new TreeMap<>(cell.place());
        place.put(CellIndex.MEASURE, measure);
        place.put(PublishedCell.WINDOW, PublishedCell.EPISODE);
        return index.find(OUTCOMES, place).stream().anyMatch(twin -> hiddenCells.get(twin.number()));
    }

    /** Whether a column counts what lies between two others. */
    static boolean isBetween(ResultTable table, ResultColumn column) {
        return table.family().equals(CellIndex.PARTICIPATION) && HIDDEN_WITH_OUTCOMES.contains(column.name());
    }

    private void link(PublishedCell cell) {
        Map<String, String> place = new TreeMap<>(cell.place());
        String measure = place.getOrDefault(CellIndex.MEASURE, "");
        place.keySet().removeAll(List.of(PublishedCell.WINDOW, CellIndex.MEASURE));
        if (cell.window().equals(PublishedCell.EPISODE)) {
            index.find(CellIndex.PARTICIPATION, place).forEach(other -> linkEpisodes(cell, other));
        }
        if (cell.window().equals(PublishedCell.SESSION)) {
            index.find(ACTIVITY, place).forEach(other -> linkScores(cell, other, measure));
        }
    }

    private void linkEpisodes(PublishedCell cell, PublishedCell participation) {
        relations.addAtMost(cell, EPISODES, participation, EPISODES);
        relations.addAtMost(cell, PATIENTS, participation, PATIENTS);
    }

    /** Sessions with both scores are at most those with one, and at least what these leave of the attended. */
    private void linkScores(PublishedCell cell, PublishedCell activity, String measure) {
        List<String> scores = List.of(measure + "_before", measure + "_after");
        scores.forEach(score -> relations.addAtMost(cell, SESSIONS, activity, score));
        relations.addAtMost(cell, SESSIONS, activity, ATTENDED);
        relations.addAtMost(cell, PATIENTS, activity, PATIENTS);
        boolean hasAll = cell.count(SESSIONS).isPresent()
                && Stream.concat(scores.stream(), Stream.of(ATTENDED))
                        .allMatch(column -> activity.count(column).isPresent());
        if (hasAll) {
            int[] one = scores.stream()
                    .mapToInt(score -> relations.number(activity, score))
                    .toArray();
            int[] both = {relations.number(cell, SESSIONS), relations.number(activity, ATTENDED)};
            long slack = relations.sum(both) - relations.sum(one);
            if (slack >= 0) {
                relations.add(Relation.atMost(one, both, slack));
            }
        }
    }
}
