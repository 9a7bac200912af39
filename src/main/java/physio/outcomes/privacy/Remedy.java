package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
        BitSet allowed = (BitSet) hidden.clone();
        List<PublishedCell> open =
                new ArrayList<>(relations.cells().stream().filter(mayHide).toList());
        for (long most = FEW; !open.isEmpty() && !hopeless.isEmpty(); most *= 2) {
            long few = most;
            open.stream().filter(cell -> isOfAtMost(cell, few)).forEach(cell -> allowed.set(cell.number()));
            open.removeIf(cell -> isOfAtMost(cell, few));
            new Audit(relations).moved(allowed, hopeless).forEach((count, moved) -> {
                cells.or(moved);
                hopeless.clear(count);
            });
        }
        cells.andNot(hidden);
    }

    private static boolean isOfAtMost(PublishedCell cell, long patients) {
        return cell.contributors().patients() <= patients;
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
