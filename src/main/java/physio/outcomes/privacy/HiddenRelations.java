package physio.outcomes.privacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The relations that hidden counts are in. */
final class HiddenRelations {
    private final Relations relations;
    private final BitSet hidden;
    private final int[][] byCount;

    /** By relation the hidden counts of it, those first that have most to give. */
    private final int[][] members;

    HiddenRelations(Relations relations, BitSet hidden) {
        this.relations = relations;
        this.hidden = hidden;
        List<List<Integer>> lists = new ArrayList<>();
        for (int count = 0; count < relations.size(); count++) {
            lists.add(hidden.get(count) ? new ArrayList<>(4) : List.of());
        }
        for (int i = 0; i < relations.all().size(); i++) {
            int relation = i;
            relations
                    .all()
                    .get(i)
                    .counts()
                    .filter(hidden::get)
                    .forEach(count -> lists.get(count).add(relation));
        }
        this.byCount = lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.members = relations.all().stream().map(this::roomiest).toArray(int[][]::new);
    }

    /** Ties by their number. */
    private int[] roomiest(Relation relation) {
        int[] own = relation.counts().filter(hidden::get).toArray();
        return own.length < 2
                ? own
                : IntStream.of(own)
                        .boxed()
                        .sorted(Comparator.comparing((Integer count) ->
                                        -relations.count(count).room())
                                .thenComparing(count -> count))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** The hidden counts of a relation, those first that have most to give. */
    IntStream members(int relation) {
        return IntStream.of(members[relation]);
    }

    /** The hidden counts that share a relation with some counts, or with another hidden count that does, and so on. */
    BitSet reached(IntPredicate from) {
        BitSet reached = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>();
        hidden.stream()
                .filter(count -> IntStream.of(byCount[count])
                        .anyMatch(relation ->
                                relations.all().get(relation).counts().anyMatch(from)))
                .forEach(queue::add);
        queue.forEach(reached::set);
        while (!queue.isEmpty()) {
            for (int relation : byCount[queue.remove()]) {
                relations.all().get(relation).counts().filter(hidden::get).forEach(other -> {
                    if (!reached.get(other)) {
                        reached.set(other);
                        queue.add(other);
                    }
                });
            }
        }
        return reached;
    }

    /** By their place among all relations. */
    int[] of(int count) {
        return byCount[count];
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
            IntStream.of(byCount[change.getKey()]).forEach(touched::add);
        }
        return touched.stream().allMatch(relation -> holds(relations.all().get(relation), changes));
    }

    /** The same, of the relations of one count. */
    boolean allowAround(int count, Map<Integer, Long> changes) {
        return IntStream.of(byCount[count])
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
