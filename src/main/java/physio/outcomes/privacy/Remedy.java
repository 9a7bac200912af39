package physio.outcomes.privacy;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What gives counts room that are told too closely: cells that are moved with them where more may be. Looked for among those of few patients first, since least
 * is lost with these.
 */
final class Remedy {
    private static final long FEW = 10;

    private final BitSet cells = new BitSet();
    private final Map<Integer, Long> hopeless = new TreeMap<>();

    /**
     * Of some counts.
     *
     * @param hidden the cells that are
     * @param mayHide which others may be
     * @param attainable by count the room that is wanted, where it is not {@link Audit#WIDTH}
     */
    Remedy(
            Relations relations,
            BitSet hidden,
            Predicate<PublishedCell> mayHide,
            BitSet counts,
            Map<Integer, Long> attainable) {
        Audit audit = new Audit(relations, attainable);
        BitSet narrow = (BitSet) counts.clone();
        BitSet allowed = (BitSet) hidden.clone();
        Deque<PublishedCell> others = new ArrayDeque<>(relations.cells().stream()
                .filter(mayHide)
                .sorted(Comparator.comparingLong(Remedy::patients))
                .toList());
        long most = FEW;
        do {
            while (!others.isEmpty() && patients(others.getFirst()) <= most) {
                allowed.set(others.removeFirst().number());
            }
            audit.unsafe(allowed, narrow);
            narrow.stream().filter(count -> !audit.isNarrow(count)).forEach(count -> {
                cells.or(audit.movedWith(count));
                narrow.clear(count);
            });
            most = Math.max(most * 2, others.isEmpty() ? 0 : patients(others.getFirst()));
        } while (!others.isEmpty() && !narrow.isEmpty());
        narrow.stream().forEach(count -> hopeless.put(count, audit.room(count)));
        cells.andNot(hidden);
    }

    private static long patients(PublishedCell cell) {
        return cell.contributors().patients();
    }

    /** To be hidden too. */
    BitSet cells() {
        return cells;
    }

    /** Counts that do not have the room that is wanted even where all is hidden that may be, and how much they have there. */
    Map<Integer, Long> hopeless() {
        return hopeless;
    }
}
