package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import physio.outcomes.compare.sums.Sample.Kind;

/**
 * Rows by covariate pattern: as many sums as there are combinations of levels, however many sessions lie behind them. Where propensity
 * is fitted they are kept by baseline score too; where time is a term, by visit.
 */
public final class PatternSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;
    private static final int SUMS = 6;

    /** Of a cell of one baseline: rows and Σ follow-up. */
    private static final int SUMS_BY_BASELINE = 2;

    private final Included included;
    private final ArrayList<Sample> samples;
    private final int[] lows;
    private final ArrayList<PatternKeys> keys = new ArrayList<>();
    private final ArrayList<LongSums> sums = new ArrayList<>();

    /** Of rows that stand for a visit. */
    private final ArrayList<LongSums> ofVisits = new ArrayList<>();

    private final ArrayList<VisitProducts> visits = new ArrayList<>();

    /** Σ follow-up² of each sample whose cells are kept by baseline. */
    private final long[] squares;

    /**
     * For the samples of a study.
     *
     * @param ranges the smallest and the largest score of each sample's measure, in steps
     */
    public PatternSums(Study study, Layout layout, Included included, List<int[]> ranges) {
        this.included = included;
        this.samples = new ArrayList<>(study.samples());
        this.lows = ranges.stream().mapToInt(range -> range[0]).toArray();
        int[] levels = layout.factors().stream().mapToInt(Factor::size).toArray();
        for (int[] range : ranges) {
            // A score takes the place of the visit.
            int[] radices = levels.clone();
            radices[layout.visit()] = range[1] - range[0] + 1;
            keys.add(new PatternKeys(radices));
            ofVisits.add(new LongSums(SUMS));
            visits.add(new VisitProducts(layout));
        }
        samples.forEach(sample -> sums.add(new LongSums(isByBaseline(sample.kind()) ? SUMS_BY_BASELINE : SUMS)));
        squares = new long[samples.size()];
    }

    @Override
    public void take(AnalysisRow row) {
        if (included.has(row)) {
            Kind kind = samples.get(row.sample).kind();
            PatternKeys own = keys.get(row.sample);
            if (isByBaseline(kind)) {
                // Of episodes with a baseline it counts who was followed up.
                long response = kind == Kind.BASELINE ? (row.isObserved ? 1 : 0) : row.followUp;
                long key = own.ofLevels(row.levels, row.baseline - lows[row.sample]);
                sums.get(row.sample).add(key, 1, response);
                squares[row.sample] = Math.addExact(squares[row.sample], response * response);
            } else if (kind != Kind.VISIT) {
                add(sums.get(row.sample), own.ofLevels(row.levels, 0), row);
            }
            if (kind == Kind.VISIT || (kind == Kind.SESSION && row.isOfVisit)) {
                add(ofVisits.get(row.sample), own.ofLevels(row.levels, 0), row);
                visits.get(row.sample).take(row);
            }
        }
    }

    private static boolean isByBaseline(Kind kind) {
        return kind == Kind.SESSION || kind == Kind.EPISODE || kind == Kind.BASELINE;
    }

    private static void add(LongSums to, long key, AnalysisRow row) {
        long baseline = row.baseline;
        long response = row.followUp;
        to.add(key, 1, baseline, baseline * baseline, response, response * response, baseline * response);
    }

    @Override
    public void merge(Sums other) {
        PatternSums that = (PatternSums) other;
        for (int i = 0; i < sums.size(); i++) {
            sums.get(i).merge(that.sums.get(i));
            ofVisits.get(i).merge(that.ofVisits.get(i));
            visits.get(i).merge(that.visits.get(i));
            squares[i] = Math.addExact(squares[i], that.squares[i]);
        }
    }

    List<PatternKeys> keys() {
        return keys;
    }

    int[] lows() {
        return lows.clone();
    }

    /** The number of a cell's case mix and baseline in a sample, whatever its technique. */
    public long key(int sample, PatternCell cell) {
        return caseMixKey(sample, cell.levels(), cell.baseline());
    }

    /** The number of a cell in a sample. */
    public long fullKey(int sample, PatternCell cell) {
        return keys.get(sample).ofLevels(cell.levels(), cell.baseline() - lows[sample]);
    }

    long caseMixKey(int sample, int[] levels, int baseline) {
        return keys.get(sample).ofCaseMix(levels, baseline - lows[sample]);
    }

    /** The cells of a sample in the order of their levels and scores. */
    public void forEach(int sample, Consumer<PatternCell> consumer) {
        forEach(sums.get(sample), sample, consumer);
    }

    private void forEach(LongSums from, int sample, Consumer<PatternCell> consumer) {
        from.forEach((key, terms) -> {
            int[] digits = keys.get(sample).digits(key);
            int last = digits.length - 1;
            int baseline = digits[last] + lows[sample];
            long[] sums = terms.length == SUMS ? terms : ofBaseline(terms, baseline);
            consumer.accept(new PatternCell(Arrays.copyOf(digits, last), baseline, sums));
        });
    }

    /** Without Σ follow-up², which is kept for the whole sample alone. */
    private static long[] ofBaseline(long[] terms, long baseline) {
        long rows = terms[0];
        return new long[] {
            rows,
            Math.multiplyExact(rows, baseline),
            Math.multiplyExact(rows, baseline * baseline),
            terms[1],
            0,
            Math.multiplyExact(baseline, terms[1])
        };
    }

    /** The cross products of a sample, all visits together. */
    public CellProducts products(int sample, Layout layout, int polarity) {
        CellProducts products = new CellProducts(layout, polarity);
        forEach(sample, products);
        products.addSquares(squares[sample]);
        return products;
    }

    /** The cross products of a sample's rows that stand for a visit, by visit. */
    public CellProducts productsByVisit(int sample, Layout layout, int polarity) {
        CellProducts products = new CellProducts(layout, polarity);
        forEach(ofVisits.get(sample), sample, products);
        products.add(visits.get(sample));
        return products;
    }
}
