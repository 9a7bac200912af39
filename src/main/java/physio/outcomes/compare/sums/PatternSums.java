package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.measure.sums.LongSums;

/**
 * What models are fitted from: where propensity is fitted, rows by covariate pattern and baseline, as many sums as there are
 * combinations, however many sessions lie behind them; elsewhere, and where time is a term, cross products.
 */
public final class PatternSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;
    /** Of a cell: rows and Σ follow-up. */
    private static final int SUMS = 2;

    private final Layout layout;
    private final Included included;
    private final ArrayList<Sample> samples;
    private final int[] lows;
    private final ArrayList<PatternKeys> keys = new ArrayList<>();
    private final ArrayList<LongSums> cells = new ArrayList<>();

    /** Σ follow-up² of each sample that has cells. */
    private final long[] squares;

    private final ArrayList<TermProducts> products = new ArrayList<>();

    /** Of rows that stand for a visit. */
    private final ArrayList<TermProducts> ofVisits = new ArrayList<>();

    /**
     * For the samples of a study.
     *
     * @param ranges the smallest and the largest score of each sample's measure, in steps
     */
    public PatternSums(Study study, Layout layout, Included included, List<int[]> ranges) {
        this.layout = layout;
        this.included = included;
        this.samples = new ArrayList<>(study.samples());
        this.lows = ranges.stream().mapToInt(range -> range[0]).toArray();
        int[] levels = layout.factors().stream().mapToInt(Factor::size).toArray();
        for (int[] range : ranges) {
            // A score takes the place of the visit.
            int[] radices = levels.clone();
            radices[layout.visit()] = range[1] - range[0] + 1;
            keys.add(new PatternKeys(radices));
            cells.add(new LongSums(SUMS));
            products.add(new TermProducts(layout));
            ofVisits.add(new TermProducts(layout));
        }
        squares = new long[samples.size()];
    }

    @Override
    public void take(AnalysisRow row) {
        if (included.has(row)) {
            Kind kind = samples.get(row.sample).kind();
            if (hasCells(kind)) {
                // Of episodes with a baseline it counts who was followed up.
                long response = kind == Kind.BASELINE ? (row.isObserved ? 1 : 0) : row.followUp;
                long key = keys.get(row.sample).ofLevels(row.levels, row.baseline - lows[row.sample]);
                cells.get(row.sample).add(key, 1, response);
                squares[row.sample] = Math.addExact(squares[row.sample], response * response);
            } else if (kind != Kind.VISIT) {
                products.get(row.sample).add(row, false);
            }
            if (kind == Kind.VISIT || (kind == Kind.SESSION && row.isOfVisit)) {
                ofVisits.get(row.sample).add(row, true);
            }
        }
    }

    private static boolean hasCells(Kind kind) {
        return kind == Kind.SESSION || kind == Kind.EPISODE || kind == Kind.BASELINE;
    }

    @Override
    public void merge(Sums other) {
        PatternSums that = (PatternSums) other;
        for (int i = 0; i < squares.length; i++) {
            cells.get(i).merge(that.cells.get(i));
            products.get(i).merge(that.products.get(i));
            ofVisits.get(i).merge(that.ofVisits.get(i));
        }
        ExactSums.add(squares, that.squares);
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
        cells.get(sample).forEach((key, sums) -> {
            int[] digits = keys.get(sample).digits(key);
            int last = digits.length - 1;
            consumer.accept(
                    new PatternCell(Arrays.copyOf(digits, last), digits[last] + lows[sample], sums[0], sums[1]));
        });
    }

    /** The cross products of a sample, all visits together. */
    public TermProducts products(int sample) {
        if (!hasCells(samples.get(sample).kind())) {
            return products.get(sample);
        }
        TermProducts summed = new TermProducts(layout);
        forEach(sample, summed::add);
        summed.addSquaredFollowUps(squares[sample]);
        return summed;
    }

    /** The cross products of a sample's rows that stand for a visit, with the visit as a term. */
    public TermProducts ofVisits(int sample) {
        return ofVisits.get(sample);
    }
}
