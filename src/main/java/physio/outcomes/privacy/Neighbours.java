package physio.outcomes.privacy;

import java.util.List;
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
        return cells(some)
                .filter(among)
                .distinct()
                .flatMap(cell -> cell.counts().keySet().stream()
                        .flatMap(column -> cells(relationsOf(relations.number(cell, column)))));
    }
}
