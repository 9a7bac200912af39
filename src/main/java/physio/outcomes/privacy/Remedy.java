package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.function.Predicate;

/**
 * What gives counts room that are told too closely: cells that are moved with them where more may be. Looked for among those of few patients first, since least
 * is lost with these.
 */
final class Remedy {
    private static final long FEW = 10;

    private final BitSet cells = new BitSet();
    private final BitSet hopeless;

    /**
     * Of some counts.
     *
     * @param hidden the cells that are
     * @param mayHide which others may be
     */
    Remedy(Relations relations, BitSet hidden, Predicate<PublishedCell> mayHide, BitSet counts) {
        this.hopeless = (BitSet) counts.clone();
        long left = relations.cells().stream().filter(mayHide).count();
        for (long patients = FEW; left > 0 && !hopeless.isEmpty(); patients *= 2) {
            BitSet more = (BitSet) hidden.clone();
            long most = patients;
            relations.cells().stream()
                    .filter(cell -> cell.contributors().patients() <= most && mayHide.test(cell))
                    .forEach(cell -> more.set(cell.number()));
            new Audit(relations).moved(more, hopeless).forEach((count, moved) -> {
                cells.or(moved);
                hopeless.clear(count);
            });
            left = relations.cells().stream()
                    .filter(cell -> cell.contributors().patients() > most && mayHide.test(cell))
                    .count();
        }
        cells.andNot(hidden);
    }

    /** To be hidden too. */
    BitSet cells() {
        return cells;
    }

    /** Counts that have no room even where all is hidden that may be. */
    BitSet hopeless() {
        return hopeless;
    }
}
