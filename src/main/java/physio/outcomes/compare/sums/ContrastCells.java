package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The cells of two techniques side by side: for each combination of case mix and baseline, the rows of either. */
public final class ContrastCells {
    private final List<Pair> pairs = new ArrayList<>();
    private final TermProducts products;

    /**
     * Of a technique and the reference in a sample.
     *
     * @param technique its cells in their order
     * @param reference the reference's
     * @param key the number of a cell's case mix and baseline
     */
    public ContrastCells(
            List<PatternCell> technique, List<PatternCell> reference, ToLongFunction<PatternCell> key, Layout layout) {
        products = new TermProducts(layout);
        technique.forEach(products::add);
        reference.forEach(products::add);
        int next = 0;
        for (PatternCell cell : technique) {
            long own = key.applyAsLong(cell);
            while (next < reference.size() && key.applyAsLong(reference.get(next)) < own) {
                pairs.add(Pair.ofReference(reference.get(next++)));
            }
            boolean isMatched = next < reference.size() && key.applyAsLong(reference.get(next)) == own;
            pairs.add(isMatched ? Pair.of(cell, reference.get(next++)) : Pair.ofTechnique(cell));
        }
        reference.subList(next, reference.size()).forEach(cell -> pairs.add(Pair.ofReference(cell)));
    }

    /** In the order of their numbers. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** Over the rows of both. */
    public TermProducts products() {
        return products;
    }
}
