package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
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

    /**
     * Whether all relations hold when some counts change.
     *
     * @param below how far a count may fall below what one patient knows to be his
     */
    boolean allow(Map<Integer, Long> changes, int below) {
        TreeSet<Integer> touched = new TreeSet<>();
        for (Map.Entry<Integer, Long> change : changes.entrySet()) {
            long value = relations.count(change.getKey()).value() + change.getValue();
            if (value < Math.max(0, relations.count(change.getKey()).own() - below)) {
                return false;
            }
            IntStream.of(relations.of(change.getKey())).forEach(touched::add);
        }
        return touched.stream().allMatch(relation -> holds(relations.all().get(relation), changes));
    }

    /** The same, of the relations of one count. */
    boolean allowAround(int count, Map<Integer, Long> changes) {
        return IntStream.of(relations.of(count))
                .allMatch(relation -> holds(relations.all().get(relation), changes));
    }

    private static boolean holds(Relation relation, Map<Integer, Long> changes) {
        long more = relation.left()
                        .mapToLong(count -> changes.getOrDefault(count, 0L))
                        .sum()
                - relation.right()
                        .mapToLong(count -> changes.getOrDefault(count, 0L))
                        .sum();
        return relation.isEqual() ? more == 0 : more <= relation.slack();
    }
}
