package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import physio.outcomes.compare.model.CrossProducts;
import physio.outcomes.compare.model.LeastSquares;

/** The cross products of rows over all terms of a layout, whole numbers in steps; a sum that does not fit 63 bits is an error. */
public final class TermProducts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long[] NOTHING = {};
    private final Layout layout;

    /** Rows with a 1 in two columns, the second not behind the first; of no length for a column without a row. */
    private final long[][] rows;

    private final long[] baselines;
    private final long[] followUps;
    private long squaredBaselines;
    private long baselinesTimesFollowUps;
    private long squaredFollowUps;

    /** Of no rows yet. */
    public TermProducts(Layout layout) {
        this.layout = layout;
        this.rows = new long[layout.size()][];
        Arrays.fill(rows, NOTHING);
        this.baselines = new long[layout.size()];
        this.followUps = new long[layout.size()];
    }

    /** A row with its technique and case mix, and with the visit, which is the last of the factors, where it is a term. */
    void add(AnalysisRow row, boolean hasVisit) {
        long baseline = row.baseline;
        long followUp = row.followUp;
        add(row.levels, hasVisit ? layout.visit() + 1 : layout.visit(), 1, baseline, followUp);
        addSquares(baseline * baseline, baseline * followUp, followUp * followUp);
    }

    /** The rows of a cell; Σ follow-up² comes by {@link #addSquaredFollowUps}. */
    public void add(PatternCell cell) {
        long baseline = cell.baseline();
        long sum = Math.multiplyExact(cell.rows(), baseline);
        add(cell.levels(), layout.visit(), cell.rows(), sum, cell.followUps());
        addSquares(Math.multiplyExact(sum, baseline), Math.multiplyExact(baseline, cell.followUps()), 0);
    }

    /** Adds to Σ follow-up² what cells leave out. */
    void addSquaredFollowUps(long squares) {
        addSquares(0, 0, squares);
    }

    private void add(int[] levels, int factors, long count, long baseline, long followUp) {
        add(Layout.INTERCEPT, levels, 0, count, baseline, followUp);
        for (int f = 0; f < factors; f++) {
            add(layout.column(f, levels[f]), levels, f + 1, count, baseline, followUp);
        }
    }

    /** A column with the intercept and with the levels of the first factors, its own the last of them. */
    private void add(int column, int[] levels, int factors, long count, long baseline, long followUp) {
        long[] own = own(column);
        if (factors > 0) {
            own[Layout.INTERCEPT] += count;
        } else {
            own[column] += count;
        }
        for (int f = 0; f < factors; f++) {
            own[layout.column(f, levels[f])] += count;
        }
        baselines[column] += baseline;
        followUps[column] += followUp;
    }

    private long[] own(int column) {
        if (rows[column].length == 0) {
            rows[column] = new long[column + 1];
        }
        return rows[column];
    }

    private void addSquares(long baseline, long product, long followUp) {
        squaredBaselines = Math.addExact(squaredBaselines, baseline);
        baselinesTimesFollowUps = Math.addExact(baselinesTimesFollowUps, product);
        squaredFollowUps = Math.addExact(squaredFollowUps, followUp);
    }

    void merge(TermProducts other) {
        for (int column = 0; column < rows.length; column++) {
            if (other.rows[column].length > 0) {
                ExactSums.add(own(column), other.rows[column]);
            }
        }
        ExactSums.add(baselines, other.baselines);
        ExactSums.add(followUps, other.followUps);
        addSquares(other.squaredBaselines, other.baselinesTimesFollowUps, other.squaredFollowUps);
    }

    /** The same over a layout that has some levels as one. */
    TermProducts pooled(Layout into) {
        int[] places = layout.places(into);
        TermProducts pooled = new TermProducts(into);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                pooled.own(Math.max(places[i], places[j]))[Math.min(places[i], places[j])] += rows[i][j];
            }
            pooled.baselines[places[i]] += baselines[i];
            pooled.followUps[places[i]] += followUps[i];
        }
        pooled.addSquares(squaredBaselines, baselinesTimesFollowUps, squaredFollowUps);
        return pooled;
    }

    /** N. */
    public long rows() {
        return rows(Layout.INTERCEPT);
    }

    /** How many rows have a 1 in a column of a level. */
    public long rows(int column) {
        return entry(column, column);
    }

    /** Σ baseline. */
    public long baselines() {
        return baselines(Layout.INTERCEPT);
    }

    /** Σ baseline of the rows with a 1 in a column. */
    public long baselines(int column) {
        return baselines[column];
    }

    /** Σ follow-up of the rows with a 1 in a column. */
    public long followUps(int column) {
        return followUps[column];
    }

    /** Σ fitted of the rows with a 1 in a column, by a model over some columns. */
    public double fitted(int column, int[] columns, LeastSquares fit) {
        double[] coefficients = fit.coefficients();
        int[] kept = fit.indexes();
        double sum = 0;
        for (int i = 0; i < kept.length; i++) {
            sum += coefficients[i] * entry(column, columns[kept[i]]);
        }
        return sum;
    }

    /** Σ baseline² + Σ follow-up². */
    BigInteger squares() {
        return BigInteger.valueOf(squaredBaselines).add(BigInteger.valueOf(squaredFollowUps));
    }

    /** Σ follow-up and Σ follow-up². */
    public List<BigInteger> followUps() {
        return List.of(BigInteger.valueOf(followUps[Layout.INTERCEPT]), BigInteger.valueOf(squaredFollowUps));
    }

    /** With the follow-up score as response. */
    public CrossProducts ofFollowUp(int[] columns) {
        BigInteger[] response = Arrays.stream(columns)
                .mapToLong(column -> column == Layout.BASELINE ? baselinesTimesFollowUps : followUps[column])
                .mapToObj(BigInteger::valueOf)
                .toArray(BigInteger[]::new);
        return new CrossProducts(
                names(columns), design(columns), response, BigInteger.valueOf(squaredFollowUps), rows());
    }

    /** With the improvement as response, of a measure with a polarity: 1 where higher is better, −1 where lower is. */
    public CrossProducts ofImprovement(int[] columns, int polarity) {
        BigInteger[] response = Arrays.stream(columns)
                .mapToLong(column -> column == Layout.BASELINE
                        ? Math.subtractExact(baselinesTimesFollowUps, squaredBaselines)
                        : followUps[column] - baselines[column])
                .mapToObj(sum -> BigInteger.valueOf(polarity).multiply(BigInteger.valueOf(sum)))
                .toArray(BigInteger[]::new);
        BigInteger squared =
                squares().subtract(BigInteger.valueOf(baselinesTimesFollowUps).shiftLeft(1));
        return new CrossProducts(names(columns), design(columns), response, squared, rows());
    }

    private List<String> names(int[] columns) {
        return IntStream.of(columns).mapToObj(layout::name).toList();
    }

    private BigInteger[][] design(int[] columns) {
        BigInteger[][] design = new BigInteger[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                design[i][j] = BigInteger.valueOf(entry(columns[i], columns[j]));
            }
        }
        return design;
    }

    private long entry(int i, int j) {
        if (i == Layout.BASELINE) {
            return j == Layout.BASELINE ? squaredBaselines : baselines[j];
        }
        if (j == Layout.BASELINE) {
            return baselines[i];
        }
        long[] own = rows[Math.max(i, j)];
        return own.length == 0 ? 0 : own[Math.min(i, j)];
    }
}
