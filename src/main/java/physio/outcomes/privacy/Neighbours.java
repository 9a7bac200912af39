package physio.outcomes.privacy;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cells that share a relation. */
final class Neighbours {
    private final Relations relations;

    Neighbours(Relations relations) {
        this.relations = relations;
    }

    List<Relation> relationsOf(int count) {
        return IntStream.of(relations.of(count)).mapToObj(relations.all()::get).toList();
    }

    /** The cells of some relations. */
    Stream<PublishedCell> cells(List<Relation> some) {
        return some.stream().flatMapToInt(Relation::counts).mapToObj(relations::cell);
    }

    /** The cells of all relations of those that are among some cells. */
    Stream<PublishedCell> further(List<Relation> some, Predicate<PublishedCell> among) {
        return cells(some).filter(among).distinct().flatMap(this::further);
    }

    /** The cells that share a relation with some counts, or with another count of one of these that is among some cells, and so on. */
    Set<PublishedCell> connected(BitSet counts, Predicate<PublishedCell> among) {
        Set<PublishedCell> found = new LinkedHashSet<>();
        Deque<PublishedCell> queue = new ArrayDeque<>(
                counts.stream().mapToObj(relations::cell).distinct().toList());
        while (!queue.isEmpty()) {
            further(queue.remove()).forEach(cell -> {
                if (found.add(cell) && among.test(cell)) {
                    queue.add(cell);
                }
            });
        }
        return found;
    }

    private Stream<PublishedCell> further(PublishedCell cell) {
        return cell.counts().keySet().stream().flatMap(column -> cells(relationsOf(relations.number(cell, column))));
    }
}
