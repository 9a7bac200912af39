package physio.outcomes.compare.sums;

import java.io.Serializable;

/** The cross products of the levels of the visit with all other terms of a layout, over rows that stand for a visit. */
final class VisitProducts implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Layout layout;
    private final long[][] sums;

    VisitProducts(Layout layout) {
        this.layout = layout;
        this.sums = new long[layout.factors().get(layout.visit()).size()][layout.size()];
    }

    void take(AnalysisRow row) {
        int visit = row.levels[layout.visit()];
        long[] own = sums[visit];
        own[Layout.INTERCEPT]++;
        own[Layout.BASELINE] += row.baseline;
        own[Layout.RESPONSE] += row.followUp;
        for (int f = 0; f < layout.visit(); f++) {
            own[layout.column(f, row.levels[f])]++;
        }
        own[layout.column(layout.visit(), visit)]++;
    }

    void merge(VisitProducts other) {
        for (int visit = 0; visit < sums.length; visit++) {
            ExactSums.add(sums[visit], other.sums[visit]);
        }
    }

    /** Of a visit with a term. */
    long of(int visit, int column) {
        return sums[visit][column];
    }
}
