package physio.outcomes.privacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import physio.outcomes.privacy.Lines.Line;

/**
 * Cycles of hidden cells: what one gains, another of its line loses, until all totals are as they were. In a table of two dimensions all that can be
 * moved is moved so (Cox, Journal of the American Statistical Association 1980;75:377).
 */
final class CellCycles {
    private final BitSet hidden;
    private final Map<Integer, List<Place>> placesOf = new HashMap<>();
    private final List<List<Member>> members = new ArrayList<>();

    /** A line that a cell is in, and whether it counts there as a part (1) or as the total (-1). */
    private record Place(int line, int sign) {}

    private record Member(int cell, int sign) {}

    /** How a line was reached: through a cell that is moved, from another line. */
    private record Step(int line, int imbalance, @Nullable Step before, int cell, int direction) {}

    /** What is looked for: where to end, and which cells may lose. */
    private record Search(@Nullable Place end, int imbalanceThere, int self, IntPredicate mayLose) {}

    CellCycles(List<Line> lines, BitSet hidden) {
        this.hidden = hidden;
        for (Line line : lines) {
            List<Member> own = new ArrayList<>();
            line.parts().forEach(part -> add(own, part.number(), 1));
            add(own, line.total().number(), -1);
            members.add(own);
        }
    }

    private void add(List<Member> line, int cell, int sign) {
        if (hidden.get(cell)) {
            line.add(new Member(cell, sign));
            placesOf.computeIfAbsent(cell, number -> new ArrayList<>(2)).add(new Place(members.size(), sign));
        }
    }

    /**
     * Which cells gain (1) and lose (-1) when a cell does.
     *
     * @param direction of the cell itself
     * @param mayLose whether a cell has as much as is wanted
     * @return by cell, itself among them; absent where nothing is found, as for cells of more than two lines
     */
    Optional<Map<Integer, Integer>> of(int cell, int direction, IntPredicate mayLose) {
        List<Place> places = placesOf.getOrDefault(cell, List.of());
        if (places.size() > 2) {
            return Optional.empty();
        }
        Map<Integer, Integer> directions = new TreeMap<>(Map.of(cell, direction));
        if (places.size() == 2) {
            Place from = places.get(0);
            Place to = places.get(1);
            Step closed = path(
                    from,
                    from.sign() * direction,
                    visited(List.of(from)),
                    new Search(to, to.sign() * direction, cell, mayLose));
            if (closed != null) {
                follow(closed, directions);
                return Optional.of(directions);
            }
        }
        BitSet visited = visited(places);
        for (Place place : places) {
            Step end = path(place, place.sign() * direction, visited, new Search(null, 0, cell, mayLose));
            if (end == null) {
                return Optional.empty();
            }
            follow(end, directions);
        }
        return Optional.of(directions);
    }

    private static BitSet visited(List<Place> places) {
        BitSet visited = new BitSet();
        places.forEach(place -> visited.set(place.line()));
        return visited;
    }

    private static void follow(Step last, Map<Integer, Integer> directions) {
        for (Step step = last; step.before() != null; step = step.before()) {
            directions.put(step.cell(), step.direction());
        }
    }

    /** The shortest way from a line out of balance to the one that is so the other way, or to a cell that is in no other line. */
    private @Nullable Step path(Place from, int imbalance, BitSet visited, Search search) {
        Deque<Step> queue = new ArrayDeque<>(List.of(new Step(from.line(), imbalance, null, -1, 0)));
        while (!queue.isEmpty()) {
            Step step = queue.remove();
            for (Member member : members.get(step.line())) {
                int direction = -step.imbalance() * member.sign();
                if (isAvailable(member.cell(), direction, search)) {
                    Step reached = reached(step, member.cell(), direction);
                    if (isEnd(reached, search)) {
                        return reached;
                    }
                    boolean isPassable = reached.line() >= 0
                            && (search.end() == null
                                    || reached.line() != search.end().line())
                            && !visited.get(reached.line());
                    if (isPassable) {
                        visited.set(reached.line());
                        queue.add(reached);
                    }
                }
            }
        }
        return null;
    }

    private boolean isAvailable(int cell, int direction, Search search) {
        return cell != search.self()
                && placesOf.getOrDefault(cell, List.of()).size() <= 2
                && (direction > 0 || search.mayLose().test(cell));
    }

    /** Beyond a cell: its other line, or none (-1). */
    private Step reached(Step step, int cell, int direction) {
        return placesOf.getOrDefault(cell, List.of()).stream()
                .filter(place -> place.line() != step.line())
                .findFirst()
                .map(place -> new Step(place.line(), place.sign() * direction, step, cell, direction))
                .orElseGet(() -> new Step(-1, 0, step, cell, direction));
    }

    private static boolean isEnd(Step reached, Search search) {
        return search.end() == null
                ? reached.line() < 0
                : reached.line() == search.end().line() && reached.imbalance() == -search.imbalanceThere();
    }
}
