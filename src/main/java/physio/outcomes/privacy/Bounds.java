package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

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

    /**
     * What a relation leaves a count.
     *
     * @param width the room, {@link Audit#WIDTH} where it may be more
     */
    record Bound(int count, Relation relation, long width) {}

    /**
     * By unsafe count the first relation that leaves it too little room.
     *
     * @param attainable by count the room that is asked of it, where it cannot have {@link Audit#WIDTH}
     */
    Map<Integer, Relation> unsafe(Map<Integer, Long> attainable) {
        Map<Integer, Relation> binding = new TreeMap<>();
        relations.all().parallelStream()
                .filter(relation -> relation.touches(hidden))
                .flatMap(relation -> relation.counts()
                        .filter(count -> hidden.get(count) && relations.isAudited(count))
                        .mapToObj(count -> new Bound(count, relation, width(relation, count))))
                .filter(bound -> bound.width() < Audit.asked(bound.count(), attainable))
                .toList()
                .forEach(bound -> binding.putIfAbsent(bound.count(), bound.relation()));
        return binding;
    }

    /** The room that is left to a count by the relation that leaves it least; at most {@link Audit#WIDTH}. */
    long width(int count) {
        return IntStream.of(relations.of(count))
                .mapToObj(relations.all()::get)
                .mapToLong(relation -> width(relation, count))
                .reduce(Audit.WIDTH, Math::min);
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
        int[] others = others(same, count);
        return others.length == 0 ? 0 : room + given(others);
    }

    /** How much a count on the left may gain: what the right has more, and what others on the left may lose. */
    private long above(Relation relation, int count) {
        return relation.right().anyMatch(hidden::get)
                ? Audit.WIDTH
                : relation.slack() + given(others(relation.left(), count));
    }

    /** The other hidden counts of a side. */
    private int[] others(IntStream side, int count) {
        return side.filter(other -> other != count && hidden.get(other)).toArray();
    }

    /** What some hidden counts may lose, but for what one patient of one of them knows to be his. */
    private long given(int... counts) {
        long sum = 0;
        long own = 0;
        for (int count : counts) {
            sum += relations.count(count).value();
            own = Math.max(own, relations.count(count).own());
        }
        return sum - own;
    }
}
