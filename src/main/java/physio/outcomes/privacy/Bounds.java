package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a single relation tells of a hidden count: the first step of interval propagation. Most counts that are told too closely are found so, without a linear
 * programme; a count that passes may still be told by several relations together.
 */
final class Bounds {
    private final Relations relations;
    private final BitSet hidden;

    Bounds(Relations relations, BitSet hiddenCells) {
        this.relations = relations;
        this.hidden = relations.hidden(hiddenCells);
    }

    /** By unsafe count the first relation that leaves it too little room. */
    Map<Integer, Relation> unsafe() {
        Map<Integer, Relation> binding = new TreeMap<>();
        relations.all().parallelStream()
                .flatMap(this::unsafe)
                .toList()
                .forEach(found -> binding.putIfAbsent(found.count(), found.relation()));
        return binding;
    }

    private record Binding(int count, Relation relation) {}

    private Stream<Binding> unsafe(Relation relation) {
        return relation.touches(hidden)
                ? relation.counts()
                        .filter(hidden::get)
                        .filter(count -> relations.isAudited(count))
                        .filter(count -> width(relation, count) < Audit.WIDTH)
                        .mapToObj(count -> new Binding(count, relation))
                : Stream.empty();
    }

    private long width(Relation relation, int count) {
        boolean isLeft = relation.isLeft(count);
        long room = relations.count(count).room();
        if (!relation.isEqual()) {
            return isLeft ? room + above(relation, count) : Audit.WIDTH;
        }
        IntStream same = isLeft ? relation.left() : relation.right();
        IntStream opposite = isLeft ? relation.right() : relation.left();
        if (opposite.anyMatch(hidden::get)) {
            return Audit.WIDTH;
        }
        long given = given(same, count);
        return given == 0 ? 0 : room + given;
    }

    /** How much a count on the left may gain: what the right has more, and what others on the left may lose. */
    private long above(Relation relation, int count) {
        return relation.right().anyMatch(hidden::get) ? Audit.WIDTH : relation.slack() + given(relation.left(), count);
    }

    /** What the other hidden counts may lose, but for what one patient of one of them knows to be his. */
    private long given(IntStream side, int count) {
        long sum = 0;
        long own = 0;
        for (int other :
                side.filter(other -> other != count && hidden.get(other)).toArray()) {
            sum += relations.count(other).value();
            own = Math.max(own, relations.count(other).own());
        }
        return sum - own;
    }
}
