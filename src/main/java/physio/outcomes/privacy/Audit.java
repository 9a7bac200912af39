package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The attacker's audit: how far each hidden count of sessions, episodes or patients may be from what it is, when all that is shown, and all
 * {@link Relations}, stay as they are. Who is himself a patient of a hidden cell knows that it holds at least what is his own: no
 * count is moved below the most that one of its patients gave, which bounds what any one of them can work out.
 *
 * <p>The moves that are found are possible ones, so that a width is never said to be larger than it is. They are looked for among the counts near each
 * other, along cycles of cells and by linear programmes; a count that has no room there is unsafe, even if it had some further off.
 */
final class Audit {
    /** A hidden count must be able to lie so far apart, but where nothing gives it as much. */
    static final int WIDTH = 5;

    private static final int AT_ONCE = 64;

    /** Of neighbourhoods in which many counts are moved at once few are enough. */
    private static final int MANY_AT_ONCE = 16;

    private final Relations relations;
    private final double[] least;
    private final double[] most;
    private final Map<Integer, Long> attainable;

    /** By count the state that shows how far it may be less, and more. */
    private final Map<Integer, PossibleState> lowest = new TreeMap<>();

    private final Map<Integer, PossibleState> highest = new TreeMap<>();

    /**
     * An audit.
     *
     * @param attainable by count the room that is asked of it, where it cannot have {@link #WIDTH}
     */
    Audit(Relations relations, Map<Integer, Long> attainable) {
        this.relations = relations;
        this.attainable = attainable;
        this.least = new double[relations.size()];
        this.most = new double[relations.size()];
    }

    /**
     * What the audit found.
     *
     * @param counts how many are hidden of which a row tells so
     * @param unsafe the hidden counts, listed or not, that are told too closely
     * @param narrowest the least room that any of those was found to have of which a row tells; infinite where there are none
     */
    record Found(long counts, BitSet unsafe, double narrowest) {}

    /**
     * The room that is asked of a count.
     *
     * @param attainable by count, where it cannot have {@link #WIDTH}
     */
    static long asked(int count, Map<Integer, Long> attainable) {
        return attainable.getOrDefault(count, (long) WIDTH);
    }

    /** Takes over states of the first cells that what is known of the others allows too. */
    void keep(List<PossibleState> states) {
        states.parallelStream()
                .filter(state -> state.isPossible(relations))
                .toList()
                .forEach(this::take);
    }

    /** Those that show the room of the counts; no two the same. */
    List<PossibleState> states() {
        return Stream.of(lowest, highest)
                .flatMap(states -> states.values().stream())
                .distinct()
                .toList();
    }

    /**
     * Audits counts while those of some cells are hidden. The room that was found while fewer were hidden stays.
     *
     * @param leftOut cells of which no row tells that they are hidden
     */
    Found of(BitSet hiddenCells, BitSet leftOut) {
        BitSet hidden = audited(hiddenCells);
        BitSet listed = (BitSet) hidden.clone();
        hidden.stream()
                .filter(count -> leftOut.get(relations.cell(count).number()))
                .forEach(listed::clear);
        return new Found(
                listed.cardinality(),
                unsafe(hiddenCells, hidden),
                listed.stream().mapToDouble(this::width).min().orElse(Double.POSITIVE_INFINITY));
    }

    private BitSet audited(BitSet hiddenCells) {
        BitSet audited = relations.hidden(hiddenCells);
        audited.stream().filter(count -> !relations.isAudited(count)).forEach(audited::clear);
        return audited;
    }

    /** Those of some counts, or the first few of those, that have no room while some cells are hidden. */
    BitSet unsafe(BitSet hiddenCells, BitSet counts) {
        List<Integer> audited = counts.stream().boxed().toList();
        HiddenRelations ofCounts = new HiddenRelations(relations, relations.hidden(hiddenCells));
        CellMoves cells = new CellMoves(relations, new CellCycles(relations.lines(), hiddenCells));
        narrow(audited).stream().map(relations::cell).distinct().toList().parallelStream()
                .map(cells::of)
                .toList()
                .forEach(states -> states.forEach(this::take));
        return unsafe(ofCounts, narrow(audited));
    }

    /** The whole steps of the room that was found. */
    long room(int count) {
        return (long) width(count);
    }

    /** The cells that are not what they are where a count is least, and where it is most. */
    BitSet movedWith(int count) {
        BitSet cells = new BitSet();
        Stream.of(lowest, highest)
                .flatMap(states -> Optional.ofNullable(states.get(count)).stream())
                .flatMapToInt(PossibleState::counts)
                .forEach(other -> cells.set(relations.cell(other).number()));
        return cells;
    }

    /** Whether no such room was found as is asked of it. */
    boolean isNarrow(int count) {
        return width(count) < asked(count, attainable);
    }

    /** Counts are whole: what a solver leaves of 5 is 5. */
    private double width(int count) {
        return Math.rint((most[count] - least[count]) * 1e6) / 1e6;
    }

    /** Of counts that have no room by cycles, those of the first few that have none by programmes either: when these are hidden better, others may be too. */
    private BitSet unsafe(HiddenRelations ofCounts, List<Integer> open) {
        CountMoves near = CountMoves.near(relations, ofCounts);
        List<CountMoves> wider = CountMoves.wider(relations, ofCounts);
        BitSet unsafe = new BitSet();
        int stride = open.size() / AT_ONCE + 1;
        for (int from = 0; from < stride && unsafe.isEmpty(); from++) {
            List<Integer> first = narrow(every(open.subList(from, open.size()), stride, AT_ONCE));
            BitSet wanted = bits(narrow(open));
            first = narrow(count -> near.about(count, wanted), first, MANY_AT_ONCE);
            for (CountMoves moves : wider) {
                first = narrow(moves::of, first, AT_ONCE);
            }
            unsafe.or(bits(first));
        }
        return unsafe;
    }

    private List<Integer> narrow(List<Integer> counts) {
        return counts.stream().filter(this::isNarrow).toList();
    }

    /** Those of some counts for which no room was found by states in which a count is moved, and others with it. */
    private List<Integer> narrow(IntFunction<List<PossibleState>> moved, List<Integer> counts, int atOnce) {
        BitSet open = bits(counts);
        BitSet left = bits(counts);
        while (!left.isEmpty()) {
            // Every n-th: neighbours are often widened by each other's moves.
            List<Integer> asked =
                    every(left.stream().boxed().toList(), Math.max(1, left.cardinality() / atOnce), atOnce);
            asked.parallelStream().map(moved::apply).toList().forEach(states -> states.forEach(this::take));
            asked.forEach(left::clear);
            counts.stream().filter(count -> !isNarrow(count)).forEach(count -> {
                open.clear(count);
                left.clear(count);
            });
        }
        return open.stream().boxed().toList();
    }

    private static BitSet bits(List<Integer> counts) {
        BitSet bits = new BitSet();
        counts.forEach(bits::set);
        return bits;
    }

    private static List<Integer> every(List<Integer> counts, int stride, int atOnce) {
        return IntStream.range(0, counts.size())
                .filter(i -> i % stride == 0)
                .limit(atOnce)
                .mapToObj(counts::get)
                .toList();
    }

    private void take(PossibleState state) {
        for (int i = 0; i < state.size(); i++) {
            int count = state.count(i);
            double down = state.down(i, relations);
            double up = state.up(i);
            if (down < least[count]) {
                least[count] = down;
                lowest.put(count, state);
            }
            if (up > most[count]) {
                most[count] = up;
                highest.put(count, state);
            }
        }
    }
}
