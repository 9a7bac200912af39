package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What tables of several families tell of the same sessions under other names: no session has two scores without having the one, and
 * the other; the episodes with both scores are those whose change is told, and are among those with a baseline.
 */
final class LinkedTables {
    static final String WITH_BASELINE = "with_baseline";

    private static final String WITH_FOLLOW_UP = "with_follow_up";
    private static final String PARTICIPATION = "participation";
    private static final String ACTIVITY = "activity";
    private static final String OUTCOMES = "outcomes";
    private static final String EPISODES = "n_episodes";
    private static final String SESSIONS = "n_sessions";
    private static final String ATTENDED = "attended";
    private static final String PATIENTS = "n_patients";

    private final CellIndex index;
    private final Relations relations;

    /** By the number of a count the cell that tells about as much. */
    private final Map<Integer, Integer> twins = new TreeMap<>();

    LinkedTables(CellIndex index, Relations relations) {
        this.index = index;
        this.relations = relations;
        index.cells().stream().filter(cell -> cell.family().equals(OUTCOMES)).forEach(this::link);
        addMeasures();
    }

    /** Whether a count of a cell is hidden since another cell is. */
    static boolean isHidden(CellIndex index, PublishedCell cell, String column, BitSet hiddenCells) {
        return (column.equals(WITH_BASELINE) || column.equals(WITH_FOLLOW_UP))
                && twin(index, cell).anyMatch(twin -> hiddenCells.get(twin.number()));
    }

    private static Stream<PublishedCell> twin(CellIndex index, PublishedCell cell) {
        if (!cell.family().equals(PARTICIPATION)) {
            return Stream.empty();
        }
        Map<String, String> place = new TreeMap<>(cell.place());
        place.put("window", "episode");
        return index.find(OUTCOMES, place).stream();
    }

    BitSet hiddenElsewhere(BitSet hiddenCells) {
        BitSet hidden = new BitSet();
        twins.forEach((count, cell) -> {
            if (hiddenCells.get(cell)) {
                hidden.set(count);
            }
        });
        return hidden;
    }

    private void link(PublishedCell cell) {
        Map<String, String> place = new TreeMap<>(cell.place());
        String window = place.getOrDefault("window", "");
        place.remove("window");
        if (window.equals("episode")) {
            index.find(PARTICIPATION, place).forEach(other -> linkEpisodes(cell, other));
        }
        if (window.equals("session")) {
            String measure = place.getOrDefault("measure", "");
            place.remove("measure");
            index.find(ACTIVITY, place).forEach(other -> linkScores(cell, other, measure));
        }
    }

    private void linkEpisodes(PublishedCell cell, PublishedCell participation) {
        relations.addAtMost(cell, EPISODES, participation, EPISODES);
        relations.addAtMost(cell, PATIENTS, participation, PATIENTS);
        if (participation.count(WITH_BASELINE).isPresent()) {
            relations.addAtMost(cell, EPISODES, participation, WITH_BASELINE);
            twins.put(relations.number(participation, WITH_BASELINE), cell.number());
        }
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

    /** Episodes with and without scores are the same for each measure. */
    private void addMeasures() {
        Map<Map<String, String>, PublishedCell> firsts = new HashMap<>();
        for (PublishedCell cell : index.cells()) {
            if (cell.family().equals(PARTICIPATION)) {
                Map<String, String> place = new TreeMap<>(cell.place());
                place.remove("measure");
                PublishedCell first = firsts.putIfAbsent(place, cell);
                if (first != null) {
                    addSame(first, cell, EPISODES);
                    addSame(first, cell, PATIENTS);
                }
            }
        }
    }

    private void addSame(PublishedCell one, PublishedCell other, String column) {
        if (one.count(column).isPresent() && other.count(column).isPresent()) {
            relations.add(Relation.equal(new int[] {relations.number(one, column)}, relations.number(other, column)));
        }
    }
}
