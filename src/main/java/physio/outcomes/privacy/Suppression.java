package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which cells are hidden. First those of few patients, those that two patients dominate, and those whose patients all fared alike. Then,
 * in each line of a total and its parts, a second one beside a single hidden one, which would else follow from the others. Then, as
 * long as the {@link Audit} finds a hidden count that is told too closely, another cell beside it. The one that is hidden beside another is the one of fewest
 * patients, since least is lost with it; ties go to a part before its total, then to the first name. The order of rows changes nothing.
 *
 * <p>Where all that may be hidden is, and what was published before still tells a count too closely (a total of five has no part of which a patient would not
 * know as much), the breakdown of that total is left out: its rows are not even listed. Of what is left out no more can be worked out than from that total.
 */
final class Suppression {
    /** Rounds in which a cell beside each count that is told too closely is hidden, before a {@link Remedy} is: the one finds less to hide for many, the other for the last few. */
    private static final int PATIENCE = 5;

    private final Relations relations;
    private final int threshold;
    private final EarlierReleases earlier;
    private final int fixed;
    private final HiddenCells hidden;
    private final BitSet primary;
    private final Audit audit;

    private Suppression(Relations relations, Protection protection, Hidden before, int fixed) {
        this.relations = relations;
        this.threshold = Protection.threshold(protection.profile());
        this.earlier = protection.earlier();
        this.fixed = fixed;
        this.hidden = new HiddenCells(relations, before, fixed, earlier::show);
        this.primary = (BitSet) before.primary().clone();
        this.audit = new Audit(relations, hidden.attainable());
        audit.keep(before.states());
    }

    /**
     * What is hidden of some cells.
     *
     * @param secret the numbers of those that nobody is to know
     * @param primary those of them that are for their own patients
     * @param leftOut those of which no row is listed, secret or not
     * @param attainable by count how much room it has at most, where that is not what is asked of all
     * @param audit what is left to work out
     * @param states that show their room
     */
    record Hidden(
            BitSet secret,
            BitSet primary,
            BitSet leftOut,
            Map<Integer, Long> attainable,
            Audit.Found audit,
            List<PossibleState> states) {

        /** All that are not shown. */
        BitSet cells() {
            BitSet cells = (BitSet) secret.clone();
            cells.or(leftOut);
            return cells;
        }
    }

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
                Map.of(),
                new Audit.Found(0, new BitSet(), Double.POSITIVE_INFINITY),
                List.of());
    }

    private Hidden hidden(List<PublishedCell> cells) {
        List<PublishedCell> own = cells.subList(fixed, cells.size());
        primary.or(unknown(own, cell -> isPrimary(cell) || earlier.tellOfFew(cell)));
        hidden.hide(primary);
        hidden.hide(unknown(own, earlier::hide));
        if (hidden.cells().isEmpty() && hidden.leftOut().isEmpty()) {
            return none();
        }
        complement();
        Audit.Found found = audit.of(hidden.cells(), hidden.leftOut());
        for (int round = 1; !found.unsafe().isEmpty(); round++) {
            mend(found.unsafe(), round);
            complement();
            found = audit.of(hidden.cells(), hidden.leftOut());
        }
        return new Hidden(hidden.cells(), primary, hidden.leftOut(), hidden.attainable(), found, audit.states());
    }

    /** Hides more, or gives up what hiding does not help: in each round one of them, so that there is a last one. */
    private void mend(BitSet unsafe, int round) {
        boolean isPatient = round <= PATIENCE;
        if (isPatient && !hidden.isAnyKnown() && hidden.hideBeside(unsafe)) {
            return;
        }
        Remedy remedy = new Remedy(relations, hidden.cells(), hidden::mayHide, unsafe, hidden.attainable());
        if (!remedy.hopeless().isEmpty()) {
            hidden.giveUp(remedy.hopeless());
        } else if (!(isPatient && hidden.hideBeside(unsafe))
                && !hidden.hide(remedy.cells())
                && !hidden.hideBeside(unsafe)) {
            Map<Integer, Long> rooms = new TreeMap<>();
            unsafe.stream().forEach(count -> rooms.put(count, audit.room(count)));
            hidden.giveUp(rooms);
        }
    }

    private BitSet unknown(List<PublishedCell> cells, Predicate<PublishedCell> which) {
        BitSet found = new BitSet();
        cells.stream()
                .filter(cell -> !hidden.isKnown(cell) && which.test(cell))
                .forEach(cell -> found.set(cell.number()));
        return found;
    }

    private boolean isPrimary(PublishedCell cell) {
        long patients = cell.contributors().patients();
        boolean isTelling =
                cell.contributors().isDominated() || cell.contributors().isAlike();
        return patients > 0 && (patients < threshold || (threshold > 0 && isTelling));
    }

    /** Hides what single lines and relations ask for, and gives up what one of these tells whatever is hidden. */
    private void complement() {
        hidden.completeLines();
        Map<Integer, Relation> unsafe = new Bounds(relations, hidden.cells()).unsafe(hidden.attainable());
        while (!unsafe.isEmpty()) {
            Map<Integer, Long> hopeless = hopeless(unsafe);
            if (!hopeless.isEmpty()) {
                hidden.giveUp(hopeless);
            } else if (!hidden.hideBeside(unsafe)) {
                return;
            }
            hidden.completeLines();
            unsafe = new Bounds(relations, hidden.cells()).unsafe(hidden.attainable());
        }
    }

    /** Of some counts those to which a relation leaves too little room also where all is hidden that may be, and how much that is. */
    private Map<Integer, Long> hopeless(Map<Integer, Relation> unsafe) {
        Bounds bounds = new Bounds(relations, hidden.allThatMayBe());
        Map<Integer, Long> hopeless = new TreeMap<>();
        unsafe.keySet().forEach(count -> {
            long width = bounds.width(count);
            if (width < Audit.asked(count, hidden.attainable())) {
                hopeless.put(count, width);
            }
        });
        return hopeless;
    }
}
