package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Moves hidden counts up and down as far as the counts beside them allow: linear programmes in the differences from the true counts, over a
 * neighbourhood, all else staying as it is.
 */
final class CountMoves {
    /** No count need be moved further to be found safe. */
    private static final int FAR_ENOUGH = 4 * Audit.WIDTH;

    /** Directions in which many counts are moved at once, and back. */
    private static final int DIRECTIONS = 2;

    private static final List<Integer> SIGNS = List.of(1, -1);

    private final Relations relations;
    private final HiddenRelations hidden;
    private final int ofRelation;
    private final int inAll;

    private CountMoves(Relations relations, HiddenRelations hidden, int ofRelation, int inAll) {
        this.relations = relations;
        this.hidden = hidden;
        this.ofRelation = ofRelation;
        this.inAll = inAll;
    }

    /** Among few counts. */
    static CountMoves near(Relations relations, HiddenRelations hidden) {
        return new CountMoves(relations, hidden, 6, 90);
    }

    /** Ever further, with few counts of each relation at first so that most are of other ones: what is found near costs a tenth of what is found far. */
    static List<CountMoves> wider(Relations relations, HiddenRelations hidden) {
        return List.of(
                new CountMoves(relations, hidden, 3, 90),
                new CountMoves(relations, hidden, 4, 150),
                new CountMoves(relations, hidden, 4, 220),
                new CountMoves(relations, hidden, 16, 300));
    }

    /**
     * Moves a count as far as it goes, and others with it; less what one patient of another cell would take from it by what he knows: as many as
     * that cell was moved below his own. (A move is a sum of cycles; without those that go through that cell too far it is possible for him too.)
     */
    List<PossibleState> of(int count) {
        int[] near = neighbourhood(count);
        MoveProgramme programme = programme(near);
        for (int i = 0; i < near.length; i++) {
            long least = i == 0 ? room(near[i]) : value(near[i]);
            programme.bound(i, (double) -Math.min(least, FAR_ENOUGH), FAR_ENOUGH);
            if (i > 0 && room(near[i]) < FAR_ENOUGH) {
                programme.keepOwn(i, (double) room(near[i]));
            }
        }
        return Stream.of(programme.solve(i -> i == 0 ? 1 : 0), programme.solve(i -> i == 0 ? -1 : 0))
                .flatMap(Optional::stream)
                .map(solution -> state(solution, near))
                .toList();
    }

    /**
     * Moves many counts about one at once, the counts of a cell in one direction drawn for it, and no cell below what one of its patients knows to be his.
     *
     * @param wanted the counts that are to be moved
     */
    List<PossibleState> about(int count, BitSet wanted) {
        int[] near = neighbourhood(count);
        MoveProgramme programme = programme(near);
        for (int i = 0; i < near.length; i++) {
            int enough = wanted.get(near[i]) ? Audit.WIDTH : FAR_ENOUGH;
            programme.bound(i, (double) -Math.min(room(near[i]), enough), enough);
        }
        programme.giveAll();
        List<PossibleState> states = new ArrayList<>();
        for (int drawn = 0; drawn < DIRECTIONS; drawn++) {
            for (int sign : SIGNS) {
                int draw = drawn;
                programme
                        .solve(i -> wanted.get(near[i]) ? sign * direction(near[i], draw) : 0)
                        .ifPresent(solution -> states.add(state(solution, near)));
            }
        }
        return states;
    }

    /** Drawn by the cell's number: the same in every run. */
    private int direction(int count, int drawn) {
        return new SplittableRandom((long) relations.cell(count).number() * DIRECTIONS + drawn).nextBoolean() ? 1 : -1;
    }

    /** The count first, then those that share a relation with it, then theirs. */
    private int[] neighbourhood(int count) {
        Set<Integer> found = new LinkedHashSet<>(List.of(count));
        List<Integer> queue = new ArrayList<>(found);
        for (int at = 0; at < queue.size() && found.size() < inAll; at++) {
            for (int relation : relations.of(queue.get(at))) {
                if (canBind(relations.all().get(relation), 2)) {
                    hidden.members(relation).limit(ofRelation).forEach(other -> {
                        if (found.size() < inAll && found.add(other)) {
                            queue.add(other);
                        }
                    });
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether so many counts, each moved as far as need be, could break a relation. */
    private static boolean canBind(Relation relation, int moved) {
        return relation.isEqual() || relation.slack() < (long) moved * FAR_ENOUGH;
    }

    private long value(int count) {
        return relations.count(count).value();
    }

    private long room(int count) {
        return relations.count(count).room();
    }

    private static PossibleState state(MoveProgramme.Solution solution, int[] near) {
        SortedMap<Integer, Double> changes = new TreeMap<>();
        for (int i = 0; i < near.length; i++) {
            if (!PossibleState.isNothing(solution.moves().get(i))) {
                changes.put(near[i], solution.moves().get(i));
            }
        }
        return new PossibleState(changes, solution.known());
    }

    private MoveProgramme programme(int[] near) {
        MoveProgramme programme = new MoveProgramme(near.length);
        Set<Integer> touching = new LinkedHashSet<>();
        for (int count : near) {
            for (int relation : relations.of(count)) {
                touching.add(relation);
            }
        }
        Map<Integer, Integer> places = new HashMap<>();
        IntStream.range(0, near.length).forEach(i -> places.put(near[i], i));
        for (int i : touching) {
            int[] moved = hidden.members(i).filter(places::containsKey).toArray();
            if (canBind(relations.all().get(i), moved.length)) {
                programme.hold(relations.all().get(i), moved, places);
            }
        }
        return programme;
    }
}
