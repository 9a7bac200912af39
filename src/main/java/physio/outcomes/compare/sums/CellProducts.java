package physio.outcomes.compare.sums;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import physio.outcomes.compare.model.CrossProducts;

/**
 * The cross products of a sample over all terms of a layout, from its cells. Counts and sums of scores fit a long; squared scores may
 * not, and are kept exact.
 */
public final class CellProducts implements Consumer<PatternCell> {
    private final Layout layout;
    private final int polarity;
    private final long[][] products;
    private BigInteger squaredBaseline = BigInteger.ZERO;
    private BigInteger baselineTimesFollowUp = BigInteger.ZERO;
    private BigInteger squaredFollowUp = BigInteger.ZERO;

    /** Of a measure with a polarity: 1 where higher is better, −1 where lower is. */
    public CellProducts(Layout layout, int polarity) {
        this.layout = layout;
        this.polarity = polarity;
        this.products = new long[layout.size()][layout.size()];
    }

    @Override
    public void accept(PatternCell cell) {
        int[] ones = ones(cell);
        for (int i : ones) {
            for (int j : ones) {
                products[i][j] = Math.addExact(products[i][j], cell.rows());
            }
            add(i, Layout.BASELINE, cell.baselines());
            add(i, Layout.RESPONSE, cell.followUps());
        }
        squaredBaseline = squaredBaseline.add(cell.squaredBaselines());
        baselineTimesFollowUp = baselineTimesFollowUp.add(cell.products());
        squaredFollowUp = squaredFollowUp.add(cell.squaredFollowUps());
    }

    /** Adds what the cells of rows that stand for a visit leave out. */
    void add(VisitProducts visits) {
        for (int visit = 0; visit < layout.factors().get(layout.visit()).size(); visit++) {
            int row = layout.column(layout.visit(), visit);
            for (int column = 0; column < products.length; column++) {
                products[row][column] = visits.of(visit, column);
                products[column][row] = visits.of(visit, column);
            }
        }
    }

    /** Adds to Σ follow-up² what the cells leave out. */
    void addSquares(long squares) {
        squaredFollowUp = squaredFollowUp.add(BigInteger.valueOf(squares));
    }

    private void add(int i, int j, long term) {
        products[i][j] = Math.addExact(products[i][j], term);
        products[j][i] = products[i][j];
    }

    private int[] ones(PatternCell cell) {
        int[] ones = new int[cell.factors() + 1];
        for (int f = 0; f < cell.factors(); f++) {
            ones[f + 1] = layout.column(f, cell.level(f));
        }
        return ones;
    }

    /** N. */
    public long rows() {
        return products[Layout.INTERCEPT][Layout.INTERCEPT];
    }

    /** How many rows have a 1 in a column of a level. */
    public long rows(int column) {
        return products[column][column];
    }

    /** Σ baseline. */
    public long baselines() {
        return products[Layout.INTERCEPT][Layout.BASELINE];
    }

    /** Σ baseline², Σ follow-up². */
    public BigInteger squares() {
        return squaredBaseline.add(squaredFollowUp);
    }

    /** Σ follow-up and Σ follow-up². */
    public List<BigInteger> followUps() {
        return List.of(BigInteger.valueOf(products[Layout.INTERCEPT][Layout.RESPONSE]), squaredFollowUp);
    }

    /** With the follow-up score as response. */
    public CrossProducts ofFollowUp(int[] columns) {
        BigInteger[] response = Arrays.stream(columns)
                .mapToObj(column -> column == Layout.BASELINE
                        ? baselineTimesFollowUp
                        : BigInteger.valueOf(products[column][Layout.RESPONSE]))
                .toArray(BigInteger[]::new);
        return new CrossProducts(names(columns), design(columns), response, squaredFollowUp, rows());
    }

    /** With the improvement as response. */
    public CrossProducts ofImprovement(int[] columns) {
        BigInteger sign = BigInteger.valueOf(polarity);
        BigInteger[] response = Arrays.stream(columns)
                .mapToObj(column -> column == Layout.BASELINE
                        ? baselineTimesFollowUp.subtract(squaredBaseline).multiply(sign)
                        : BigInteger.valueOf(products[column][Layout.RESPONSE] - products[column][Layout.BASELINE])
                                .multiply(sign))
                .toArray(BigInteger[]::new);
        BigInteger squared =
                squaredFollowUp.subtract(baselineTimesFollowUp.shiftLeft(1)).add(squaredBaseline);
        return new CrossProducts(names(columns), design(columns), response, squared, rows());
    }

    private List<String> names(int[] columns) {
        return IntStream.of(columns).mapToObj(layout::name).toList();
    }

    private BigInteger[][] design(int[] columns) {
        BigInteger[][] design = new BigInteger[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                design[i][j] = columns[i] == Layout.BASELINE && columns[j] == Layout.BASELINE
                        ? squaredBaseline
                        : BigInteger.valueOf(products[columns[i]][columns[j]]);
            }
        }
        return design;
    }
}
