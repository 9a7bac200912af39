package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The cells of two techniques side by side: for each combination of case mix and baseline, the rows of either. */
public final class ContrastCells {
    private final List<Pair> pairs = new ArrayList<>();
    private final CellProducts products;

    /**
     * Of a technique and the reference in a sample's cells.
     *
     * @param key the number of a cell's case mix and baseline
     * @param levels of the technique and of the reference
     */
    public ContrastCells(
            List<PatternCell> cells, ToLongFunction<PatternCell> key, Layout layout, int polarity, int... levels) {
        products = new CellProducts(layout, polarity);
        Map<Long, Pair> found = new TreeMap<>();
        for (PatternCell cell : cells) {
            boolean isTechnique = cell.level(0) == levels[0];
            if (isTechnique || cell.level(0) == levels[1]) {
                products.accept(cell);
                found.computeIfAbsent(key.applyAsLong(cell), none -> new Pair(cell))
                        .add(cell, isTechnique);
            }
        }
        pairs.addAll(found.values());
    }

    /** In the order of their numbers. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** Over the rows of both. */
    public CellProducts products() {
        return products;
    }
}
