package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import physio.outcomes.domain.ResultColumn.Role;

/**
 * Moves a hidden cell up and down by cycles, its columns together and each by itself. Each state that comes of it is checked against all relations before
 * it counts, so that the search may be as simple as it is; what it does not find is left to {@link CountMoves}.
 */
final class CellMoves {
    /** How many of what one patient knows to be his a cell may lose, and he takes from the move. */
    private static final List<Integer> BELOW_OWN = List.of(0, 1);

    private final Relations relations;
    private final CellCycles cycles;

    /** By columns and how far below what one patient knows, how much each cell may lose. */
    private final Map<String, long[]> losses = new ConcurrentHashMap<>();

    CellMoves(Relations relations, CellCycles cycles) {
        this.relations = relations;
        this.cycles = cycles;
    }

    /** The states that were found in which a cell is moved, and others with it. */
    List<PossibleState> of(PublishedCell cell) {
        Set<String> additive = new TreeSet<>();
        cell.counts().forEach((column, count) -> {
            if (count.role() == Role.ADDITIVE_COUNT) {
                additive.add(column);
            }
        });
        List<PossibleState> states = new ArrayList<>();
        add(cell, additive, states);
        if (additive.size() > 1) {
            additive.forEach(column -> add(cell, Set.of(column), states));
        }
        return states;
    }

    private void add(PublishedCell cell, Set<String> columns, List<PossibleState> states) {
        for (int below : BELOW_OWN) {
            long up = furthest(new Attempt(cell, 1, below, columns), Audit.WIDTH + below, states);
            long down = furthest(new Attempt(cell, -1, below, columns), Audit.WIDTH + below, states);
            if (up + down >= Audit.WIDTH + 2L * below) {
                return;
            }
        }
    }

    private record Attempt(PublishedCell cell, int direction, int below, Set<String> columns) {}

    /** The furthest that the cell can be moved, at most as far as wanted. */
    private long furthest(Attempt attempt, long wanted, List<PossibleState> states) {
        Map<Integer, Long> changes = new TreeMap<>();
        long reached = 0;
        while (reached < wanted) {
            long by = wanted - reached;
            Optional<Map<Integer, Integer>> cycle = cycle(attempt, by, changes);
            while (cycle.isEmpty() && by > 1) {
                by = (by + 1) / 2;
                cycle = cycle(attempt, by, changes);
            }
            if (cycle.isEmpty()) {
                break;
            }
            long step = by;
            cycle.get().forEach((cell, direction) -> changes.merge(cell, direction * step, Long::sum));
            reached += by;
            if (!take(attempt, changes, states)) {
                return reached - by;
            }
        }
        return reached;
    }

    private Optional<Map<Integer, Integer>> cycle(Attempt attempt, long by, Map<Integer, Long> changes) {
        long[] most = losses.computeIfAbsent(attempt.columns() + " " + attempt.below(), key -> losses(attempt));
        IntPredicate mayLose = cell -> by - changes.getOrDefault(cell, 0L) <= most[cell];
        if (attempt.direction() < 0
                && !isAtLeastOwn(
                        attempt.cell(), by - changes.getOrDefault(attempt.cell().number(), 0L), attempt)) {
            return Optional.empty();
        }
        return cycles.of(attempt.cell().number(), attempt.direction(), mayLose);
    }

    private long[] losses(Attempt attempt) {
        return relations.cells().stream()
                .mapToLong(cell -> attempt.columns().stream()
                        .flatMap(column -> cell.count(column).stream())
                        .mapToLong(count -> count.value() - Math.max(0, count.own() - attempt.below()))
                        .min()
                        .orElse(Long.MAX_VALUE))
                .toArray();
    }

    private static boolean isAtLeastOwn(PublishedCell cell, long loss, Attempt attempt) {
        return attempt.columns().stream()
                .allMatch(column -> cell.count(column)
                        .filter(count -> count.value() - loss >= count.own())
                        .isPresent());
    }

    /** Adds a state if no relation forbids it; patients move along as far as they may where cells gain, and as little as they must where they lose. */
    private boolean take(Attempt attempt, Map<Integer, Long> ofCells, List<PossibleState> states) {
        SortedMap<Integer, Double> changes = new TreeMap<>();
        ofCells.forEach((cell, change) -> attempt.columns().stream()
                .filter(column -> relations.cells().get(cell).count(column).isPresent())
                .forEach(
                        column -> changes.put(relations.number(relations.cells().get(cell), column), (double) change)));
        ofCells.forEach((cell, change) -> gain(relations.cells().get(cell), change, changes));
        ofCells.forEach((cell, change) -> lose(attempt, relations.cells().get(cell), change, changes));
        if (!PossibleState.isPossible(changes, attempt.below(), relations)) {
            return false;
        }
        states.add(new PossibleState(changes, attempt.below()));
        return true;
    }

    private void gain(PublishedCell cell, long change, Map<Integer, Double> changes) {
        for (int patients : patients(cell)) {
            for (long by = change; by > 0; by--) {
                changes.put(patients, (double) by);
                if (relations.hold(patients, changes)) {
                    break;
                }
                changes.remove(patients);
            }
        }
    }

    private void lose(Attempt attempt, PublishedCell cell, long change, Map<Integer, Double> changes) {
        if (change >= 0) {
            return;
        }
        for (int patients : patients(cell)) {
            boolean isSelf = cell.equals(attempt.cell());
            long room = relations.count(patients).room();
            long furthest = Math.max(change, -(isSelf ? room : room + attempt.below()));
            for (long i = 0; i >= furthest; i--) {
                changes.put(patients, (double) (isSelf ? furthest - i : i));
                if (relations.hold(patients, changes)) {
                    break;
                }
            }
        }
    }

    private int[] patients(PublishedCell cell) {
        return cell.counts().entrySet().stream()
                .filter(count -> count.getValue().role() == Role.PATIENTS)
                .mapToInt(count -> relations.number(cell, count.getKey()))
                .toArray();
    }
}
