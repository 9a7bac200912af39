package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The relations that hidden counts are in. */
final class HiddenRelations {
    private final Relations relations;
    private final BitSet hidden;

    /** By relation the hidden counts of it, those first that have most to give; of those that were asked for. */
    private final Map<Integer, int[]> members = new ConcurrentHashMap<>();

    HiddenRelations(Relations relations, BitSet hidden) {
        this.relations = relations;
        this.hidden = hidden;
    }

    /** Ties by their number. */
    private int[] roomiest(Relation relation) {
        return relation.counts()
                .filter(hidden::get)
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer count) -> -relations.count(count).room())
                        .thenComparing(count -> count))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The hidden counts of a relation, those first that have most to give. */
    IntStream members(int relation) {
        return IntStream.of(members.computeIfAbsent(
                relation, number -> roomiest(relations.all().get(number))));
    }
}
