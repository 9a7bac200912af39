package physio.outcomes.privacy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import physio.outcomes.privacy.Lines.Line;

/**
 * Cells of which no row is listed: where hiding does not help, nothing is said of how a total breaks down. What was published already is listed as it was.
 */
final class LeftOut {
    private final List<Line> lines;
    private final Comparator<PublishedCell> leastLost;
    private final int fixed;
    private final BitSet cells;

    /**
     * Beside what is left out already.
     *
     * @param fixed how many cells are published already
     */
    LeftOut(List<Line> lines, Comparator<PublishedCell> leastLost, BitSet before, int fixed) {
        this.lines = lines;
        this.leastLost = leastLost;
        this.cells = (BitSet) before.clone();
        this.fixed = fixed;
    }

    BitSet cells() {
        return cells;
    }

    /** With some cells, the others of that line of which the total loses least, and the parts of all of these. */
    void add(List<PublishedCell> some) {
        some.stream()
                .filter(cell -> cell.number() >= fixed)
                .flatMap(cell -> Stream.concat(Stream.of(cell), besideIt(cell)))
                .forEach(this::add);
        int known = -1;
        while (known < cells.cardinality()) {
            known = cells.cardinality();
            lines.stream()
                    .filter(line -> cells.get(line.total().number()))
                    .flatMap(line -> line.parts().stream())
                    .forEach(this::add);
        }
    }

    private void add(PublishedCell cell) {
        if (cell.number() >= fixed) {
            cells.set(cell.number());
        }
    }

    private Stream<PublishedCell> besideIt(PublishedCell cell) {
        return lines.stream()
                .filter(line -> line.parts().contains(cell))
                .min(Comparator.comparing(Line::total, leastLost))
                .stream()
                .flatMap(line -> line.parts().stream());
    }
}
