package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.privacy.Lines.Line;

/**
 * Which cells are hidden. First those of few patients, those that two patients dominate, and those whose patients all fared alike. Then,
 * in each line of a total and its parts, a second one beside a single hidden one, which would else follow from the others. Then, as
 * long as the {@link Audit} finds a hidden count that is told too closely, another cell beside it. The one that is hidden beside another is the one of fewest
 * patients, since least is lost with it; ties go to a part before its total, then to the first name. The order of rows changes nothing.
 */
final class Suppression {
    private static final Comparator<PublishedCell> LEAST_LOST = Comparator.comparingLong(
                    (PublishedCell cell) -> cell.contributors().patients())
            .thenComparing(PublishedCell::totals)
            .thenComparing(PublishedCell::name);

    private final Relations relations;
    private final int threshold;
    private final BitSet hidden;
    private final int fixed;
    private final BitSet primary = new BitSet();

    private Suppression(Relations relations, int threshold, BitSet hidden, int fixed) {
        this.relations = relations;
        this.threshold = threshold;
        this.hidden = hidden;
        this.fixed = fixed;
    }

    /**
     * What is hidden of some cells.
     *
     * @param cells the numbers of those hidden
     * @param primary those of them that are for their own patients
     * @param audit what is left to work out
     */
    record Hidden(BitSet cells, BitSet primary, Audit.Found audit) {}

    /**
     * Hides cells.
     *
     * @param before what is hidden of the first cells, which are published already and stay as they are
     * @param fixed how many these are
     */
    static Hidden of(CellIndex index, int threshold, Hidden before, int fixed) {
        Suppression suppression = new Suppression(
                new Relations(index), threshold, (BitSet) before.cells().clone(), fixed);
        suppression.primary.or(before.primary());
        return suppression.hidden(index.cells());
    }

    static Hidden none() {
        return new Hidden(new BitSet(), new BitSet(), new Audit.Found(0, new BitSet(), Double.POSITIVE_INFINITY));
    }

    private Hidden hidden(List<PublishedCell> cells) {
        cells.subList(fixed, cells.size()).stream()
                .filter(this::isPrimary)
                .map(PublishedCell::number)
                .forEach(primary::set);
        hidden.or(primary);
        if (hidden.isEmpty()) {
            return none();
        }
        complement();
        Audit audit = new Audit(relations);
        Audit.Found found = audit.of(hidden);
        while (!found.unsafe().isEmpty()) {
            hideBeside(found.unsafe());
            complement();
            found = audit.of(hidden);
        }
        return new Hidden(hidden, primary, found);
    }

    private boolean isPrimary(PublishedCell cell) {
        long patients = cell.contributors().patients();
        return patients > 0
                && (patients < threshold
                        || (threshold > 0
                                && (cell.contributors().isDominated()
                                        || cell.contributors().isAlike())));
    }

    private void complement() {
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (Line line : relations.lines()) {
                List<PublishedCell> all = Stream.concat(Stream.of(line.total()), line.parts().stream())
                        .toList();
                if (all.stream().filter(this::isHidden).count() == 1) {
                    Optional<PublishedCell> second =
                            all.stream().filter(this::mayHide).min(LEAST_LOST);
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
        return !isHidden(cell) && cell.number() >= fixed && cell.contributors().patients() > 0;
    }

    /** For each unsafe count a cell that shares a relation with it; one that does so with several is hidden once. */
    private void hideBeside(BitSet unsafe) {
        BitSet found = new BitSet();
        BitSet served = new BitSet();
        List<List<Relation>> relationsOf = relationsOf(unsafe);
        unsafe.stream().forEach(count -> {
            List<Relation> own = relationsOf.get(count);
            if (own.stream().noneMatch(relation -> relation.counts().anyMatch(served::get))) {
                PublishedCell beside = beside(own);
                found.set(beside.number());
                own.forEach(relation -> relation.counts()
                        .filter(other -> relations.cell(other).equals(beside))
                        .forEach(served::set));
            }
        });
        hidden.or(found);
    }

    private List<List<Relation>> relationsOf(BitSet unsafe) {
        List<List<Relation>> of = new ArrayList<>();
        IntStream.range(0, relations.size()).forEach(count -> of.add(new ArrayList<>()));
        for (Relation relation : relations.all()) {
            relation.counts().filter(unsafe::get).forEach(count -> of.get(count).add(relation));
        }
        return of;
    }

    /** The cell of least loss that shares a relation; else any that is shown near by. */
    private PublishedCell beside(List<Relation> own) {
        return own.stream()
                .flatMapToInt(Relation::counts)
                .mapToObj(relations::cell)
                .filter(this::mayHide)
                .min(LEAST_LOST)
                .or(() -> IntStream.range(0, relations.size())
                        .mapToObj(relations::cell)
                        .filter(this::mayHide)
                        .min(LEAST_LOST))
                .orElseThrow(() -> new IllegalStateException("Hidden counts stay too narrow whatever is hidden"));
    }
}
