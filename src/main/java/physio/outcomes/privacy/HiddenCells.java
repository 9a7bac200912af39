package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.privacy.Lines.Line;
import physio.outcomes.privacy.Suppression.Hidden;

/**
 * The cells that are hidden, more with each step. Beside another that one is hidden which is of fewest
 * patients, since least is lost with it; ties go to a part before its total, then to the first name. What is published already, and what readers know, stays.
 */
final class HiddenCells {
    private static final Comparator<PublishedCell> LEAST_LOST = Comparator.comparingLong(
                    (PublishedCell cell) -> cell.contributors().patients())
            .thenComparing(PublishedCell::totals)
            .thenComparing(PublishedCell::name);

    private final Relations relations;
    private final Neighbours neighbours;
    private final int fixed;

    /** Without what is left out though it was shown: it is no secret, so that nothing can be hidden behind it. */
    private final BitSet hidden;

    private final BitSet known;
    private final LeftOut leftOut;
    private final Map<Integer, Long> attainable;

    /**
     * Beside what is hidden already.
     *
     * @param fixed how many cells are published already
     * @param wasShown which cells readers know from earlier releases
     */
    HiddenCells(Relations relations, Hidden before, int fixed, Predicate<PublishedCell> wasShown) {
        this.relations = relations;
        this.neighbours = new Neighbours(relations);
        this.fixed = fixed;
        this.hidden = (BitSet) before.secret().clone();
        this.leftOut = new LeftOut(relations.allLines(), LEAST_LOST, before.leftOut(), fixed);
        this.attainable = new TreeMap<>(before.attainable());
        this.known = known(before, wasShown);
    }

    /** Cells that were shown, or can be worked out from what is published already: hiding them protects nobody, and only other cells can. */
    private BitSet known(Hidden before, Predicate<PublishedCell> wasShown) {
        BitSet found = (BitSet) before.leftOut().clone();
        found.andNot(before.secret());
        relations.cells().stream()
                .skip(fixed)
                .filter(wasShown)
                .map(PublishedCell::number)
                .forEach(found::set);
        if (fixed > 0) {
            BitSet notListed = before.cells();
            found.or(new KnownCells(
                            relations.allLines(),
                            cell -> cell.number() < fixed && !isHidden(cell),
                            cell -> cell.number() < fixed && !notListed.get(cell.number()))
                    .cells());
        }
        return found;
    }

    /** Those that are secret. */
    BitSet cells() {
        return hidden;
    }

    BitSet leftOut() {
        return leftOut.cells();
    }

    /** With those that may be. */
    BitSet allThatMayBe() {
        BitSet cells = (BitSet) hidden.clone();
        relations.cells().stream().filter(this::mayHide).forEach(cell -> cells.set(cell.number()));
        return cells;
    }

    /** By count how much room it has at most, where that is less than {@link Audit#WIDTH}; changes with what is given up. */
    Map<Integer, Long> attainable() {
        return attainable;
    }

    boolean isKnown(PublishedCell cell) {
        return known.get(cell.number());
    }

    boolean isAnyKnown() {
        return !known.isEmpty();
    }

    private boolean isHidden(PublishedCell cell) {
        return hidden.get(cell.number());
    }

    boolean mayHide(PublishedCell cell) {
        return !isHidden(cell)
                && cell.number() >= fixed
                && !isKnown(cell)
                && cell.contributors().patients() > 0;
    }

    /** Whether any of some cells was not hidden. */
    boolean hide(BitSet cells) {
        int before = hidden.cardinality();
        hidden.or(cells);
        return hidden.cardinality() > before;
    }

    /**
     * Asks no more than the given room of counts that cannot have more. Their cells are left out; of what is published already nothing can be, but what comes beside it is to tell
     * nothing more: all around it is hidden.
     */
    void giveUp(Map<Integer, Long> rooms) {
        attainable.putAll(rooms);
        leftOut.add(rooms.keySet().stream().map(relations::cell).distinct().toList());
        BitSet secret = (BitSet) leftOut.cells().clone();
        secret.andNot(known);
        hidden.or(secret);
        BitSet published = new BitSet();
        rooms.keySet().stream()
                .filter(count -> relations.cell(count).number() < fixed)
                .forEach(published::set);
        neighbours.connected(published, this::isHidden).stream()
                .filter(this::mayHide)
                .forEach(cell -> hidden.set(cell.number()));
    }

    /** In each line of a total and its parts hides a second cell beside a single hidden one, which would else follow from the others. */
    void completeLines() {
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (Line line : relations.lines()) {
                if (members(line).filter(this::isHidden).count() == 1) {
                    Optional<PublishedCell> second = least(members(line));
                    second.ifPresent(cell -> hidden.set(cell.number()));
                    isChanged |= second.isPresent();
                }
            }
        }
    }

    private static Stream<PublishedCell> members(Line line) {
        return Stream.concat(Stream.of(line.total()), line.parts().stream());
    }

    /** Beside each of some counts a cell that shares a relation with it. */
    boolean hideBeside(BitSet counts) {
        return hideBeside(counts.stream(), neighbours::relationsOf);
    }

    /** Beside each of some counts a cell of that relation. */
    boolean hideBeside(Map<Integer, Relation> binding) {
        IntStream counts = binding.keySet().stream().mapToInt(Integer::intValue);
        return hideBeside(counts, count -> List.of(Objects.requireNonNull(binding.get(count))));
    }

    /**
     * For each count a cell of its relations; one that shares relations with several is hidden once.
     *
     * @return whether any was found
     */
    private boolean hideBeside(IntStream counts, IntFunction<List<Relation>> relationsOf) {
        BitSet found = new BitSet();
        BitSet served = new BitSet();
        counts.forEach(count -> {
            List<Relation> own = relationsOf.apply(count);
            if (own.stream().noneMatch(relation -> relation.counts().anyMatch(served::get))) {
                beside(own).ifPresent(beside -> {
                    found.set(beside.number());
                    own.forEach(relation -> relation.counts()
                            .filter(other -> relations.cell(other).equals(beside))
                            .forEach(served::set));
                });
            }
        });
        return hide(found);
    }

    /** The cell of least loss that shares a relation; else one that shares a relation with a hidden cell that does. */
    private Optional<PublishedCell> beside(List<Relation> own) {
        return least(neighbours.cells(own)).or(() -> least(neighbours.further(own, this::isHidden)));
    }

    private Optional<PublishedCell> least(Stream<PublishedCell> cells) {
        return cells.filter(this::mayHide).min(LEAST_LOST);
    }
}
