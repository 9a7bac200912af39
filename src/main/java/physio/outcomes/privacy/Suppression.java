package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.privacy.Lines.Line;

/**
 * Which cells are hidden. First those of few patients, those that two patients dominate, and those whose patients all fared alike. Then,
 * in each line of a total and its parts, a second one beside a single hidden one, which would else follow from the others. Then, as
 * long as the {@link Audit} finds a hidden count that is told too closely, another cell beside it. The one that is hidden beside another is the one of fewest
 * patients, since least is lost with it; ties go to a part before its total, then to the first name. The order of rows changes nothing.
 *
 * <p>Where all that may be hidden is, and what was published before still tells a count too closely (a total of five has no part of which a patient would not
 * know as much), the breakdown of that total is left out: its rows are not even listed.
 */
final class Suppression {
    private static final Comparator<PublishedCell> LEAST_LOST = Comparator.comparingLong(
                    (PublishedCell cell) -> cell.contributors().patients())
            .thenComparing(PublishedCell::totals)
            .thenComparing(PublishedCell::name);

    /** Rounds in which a cell beside each count that is told too closely is hidden, before a {@link Remedy} is: the one finds less to hide for many, the other for the last few. */
    private static final int PATIENCE = 5;

    private final Relations relations;
    private final Neighbours neighbours;
    private final int threshold;
    private final EarlierReleases earlier;

    /** Without what is left out though it was shown: it is no secret, so that nothing can be hidden behind it. */
    private final BitSet hidden;

    private final int fixed;
    private final BitSet primary;
    private final BitSet known = new BitSet();
    private final LeftOut leftOut;
    private final Audit.Found before;

    private Suppression(Relations relations, Protection protection, Hidden before, int fixed) {
        this.relations = relations;
        this.neighbours = new Neighbours(relations);
        this.before = before.audit();
        this.threshold = Protection.threshold(protection.profile());
        this.earlier = protection.earlier();
        this.hidden = (BitSet) before.cells().clone();
        this.primary = (BitSet) before.primary().clone();
        this.leftOut = new LeftOut(relations.allLines(), LEAST_LOST, before.leftOut(), fixed);
        this.fixed = fixed;
    }

    /**
     * What is hidden of some cells.
     *
     * @param cells the numbers of those hidden
     * @param primary those of them that are for their own patients
     * @param leftOut those of them of which no row is to tell that it is hidden
     * @param audit what is left to work out
     */
    record Hidden(BitSet cells, BitSet primary, BitSet leftOut, Audit.Found audit) {}

    /**
     * Hides cells.
     *
     * @param before what is hidden of the first cells, which are published already and stay as they are
     * @param fixed how many these are
     */
    static Hidden of(CellIndex index, Protection protection, Hidden before, int fixed) {
        return new Suppression(new Relations(index), protection, before, fixed).hidden(index.cells());
    }

    static Hidden none() {
        return new Hidden(
                new BitSet(),
                new BitSet(),
                new BitSet(),
                new Audit.Found(0, new BitSet(), Double.POSITIVE_INFINITY, List.of()));
    }

    /** Cells that were shown, or can be worked out from what is published already: hiding them protects nobody, and only other cells can. */
    private void findKnown() {
        relations.cells().stream()
                .filter(earlier::show)
                .map(PublishedCell::number)
                .forEach(known::set);
        hidden.andNot(known);
        if (fixed > 0) {
            known.or(new KnownCells(relations.allLines(), cell -> cell.number() < fixed && !isHidden(cell)).cells());
        }
    }

    private static Stream<PublishedCell> members(Line line) {
        return Stream.concat(Stream.of(line.total()), line.parts().stream());
    }

    private Hidden hidden(List<PublishedCell> cells) {
        List<PublishedCell> own = cells.subList(fixed, cells.size());
        findKnown();
        primary.or(unknown(own, cell -> isPrimary(cell) || earlier.tellOfFew(cell)));
        hidden.or(primary);
        hidden.or(unknown(own, earlier::hide));
        if (hidden.isEmpty()) {
            return none();
        }
        complement();
        Audit audit = new Audit(relations);
        audit.keep(before);
        Audit.Found found = audit.of(hidden, leftOut.cells());
        for (int round = 1; mend(found.unsafe(), round); round++) {
            complement();
            found = audit.of(hidden, leftOut.cells());
        }
        BitSet notShown = (BitSet) hidden.clone();
        notShown.or(leftOut.cells());
        return new Hidden(notShown, primary, leftOut.cells(), found);
    }

    /**
     * Hides more, or leaves out what hiding does not help.
     *
     * @return whether there was anything left to do
     */
    private boolean mend(BitSet unsafe, int round) {
        if (round > PATIENCE || !known.isEmpty()) {
            Remedy remedy = new Remedy(relations, hidden, this::mayHide, unsafe);
            if (leaveOut(remedy.hopeless())) {
                return true;
            }
            if (round > PATIENCE && remedy.cells().cardinality() > 0) {
                hidden.or(remedy.cells());
                return true;
            }
        }
        return hideBeside(unsafe.stream(), neighbours::relationsOf) || leaveOut(unsafe) || hideAllAround(unsafe);
    }

    /** Of what is published already nothing can be left out: what comes beside it is to tell nothing more. */
    private boolean hideAllAround(BitSet unsafe) {
        List<PublishedCell> found = neighbours.connected(unsafe, this::isHidden).stream()
                .filter(this::mayHide)
                .toList();
        found.forEach(cell -> hidden.set(cell.number()));
        return !found.isEmpty();
    }

    private boolean leaveOut(BitSet unsafe) {
        boolean isChanged =
                leftOut.add(unsafe.stream().mapToObj(relations::cell).distinct().toList());
        BitSet more = (BitSet) leftOut.cells().clone();
        more.andNot(known);
        hidden.or(more);
        return isChanged;
    }

    private BitSet unknown(List<PublishedCell> cells, Predicate<PublishedCell> which) {
        BitSet found = new BitSet();
        cells.stream()
                .filter(cell -> !known.get(cell.number()) && which.test(cell))
                .forEach(cell -> found.set(cell.number()));
        return found;
    }

    private boolean isPrimary(PublishedCell cell) {
        long patients = cell.contributors().patients();
        boolean isTelling =
                cell.contributors().isDominated() || cell.contributors().isAlike();
        return patients > 0 && (patients < threshold || (threshold > 0 && isTelling));
    }

    /** Hides what single lines and relations ask for. */
    private void complement() {
        completeLines();
        Map<Integer, Relation> unsafe = new Bounds(relations, hidden).unsafe();
        while (hideBeside(unsafe)) {
            completeLines();
            unsafe = new Bounds(relations, hidden).unsafe();
        }
    }

    private boolean hideBeside(Map<Integer, Relation> binding) {
        IntStream counts = binding.keySet().stream().mapToInt(Integer::intValue);
        return hideBeside(counts, count -> List.of(Objects.requireNonNull(binding.get(count))));
    }

    private void completeLines() {
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (Line line : relations.lines()) {
                if (members(line).filter(this::isHidden).count() == 1) {
                    Optional<PublishedCell> second =
                            members(line).filter(this::mayHide).min(LEAST_LOST);
                    second.ifPresent(cell -> hidden.set(cell.number()));
                    isChanged |= second.isPresent();
                }
            }
        }
    }

    private boolean isHidden(PublishedCell cell) {
        return hidden.get(cell.number());
    }

    private boolean mayHide(PublishedCell cell) {
        return !isHidden(cell)
                && cell.number() >= fixed
                && !known.get(cell.number())
                && cell.contributors().patients() > 0;
    }

    /**
     * For each unsafe count a cell of its relations; one that shares relations with several is hidden once. Where all that could be is hidden, and so what is shown no more than
     * what was published before, nothing is left to do.
     *
     * @return whether any was found
     */
    private boolean hideBeside(IntStream unsafe, IntFunction<List<Relation>> relationsOf) {
        BitSet found = new BitSet();
        BitSet served = new BitSet();
        unsafe.forEach(count -> {
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
        hidden.or(found);
        return !found.isEmpty();
    }

    /** The cell of least loss that shares a relation; else one that shares a relation with a hidden cell that does. */
    private Optional<PublishedCell> beside(List<Relation> own) {
        return least(neighbours.cells(own)).or(() -> least(neighbours.further(own, this::isHidden)));
    }

    private Optional<PublishedCell> least(Stream<PublishedCell> cells) {
        return cells.filter(this::mayHide).min(LEAST_LOST);
    }
}
