package physio.outcomes.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import physio.outcomes.compare.Pattern.Arms;
import physio.outcomes.compare.model.CrossProducts;
import physio.outcomes.compare.model.LeastSquares;

/**
 * A linear model of one measure and window over covariate patterns: its columns, its least-squares fit, and what a pattern's rows
 * have in each column.
 */
final class LinearModel {
    /** Which model it is. */
    enum Kind {
        /** {@code improvement ~ technique}. */
        CRUDE,
        /** {@code follow_up ~ technique + baseline + case mix} (Vickers and Altman, BMJ 2001). */
        ANCOVA
    }

    private static final String INTERCEPT = "(Intercept)";
    private static final String BASELINE = "baseline";

    private final Kind kind;
    private final Arms arms;
    private final int polarity;
    private final List<String> factors;
    private final List<Pattern> patterns;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final LeastSquares fit;

    /**
     * Fits a model.
     *
     * @param polarity 1 where higher is better, −1 where lower is
     * @param reference the technique without a column
     */
    LinearModel(Kind kind, List<Pattern> patterns, int polarity, String reference, List<String> factors) {
        this.kind = kind;
        this.arms = patterns.get(0).arms();
        this.polarity = polarity;
        this.patterns = patterns;
        this.factors = kind == Kind.CRUDE ? List.of() : factors;
        nameColumns(reference);
        this.fit = LeastSquares.solve(crossProducts());
    }

    Kind kind() {
        return kind;
    }

    Arms arms() {
        return arms;
    }

    LeastSquares fit() {
        return fit;
    }

    List<Pattern> patterns() {
        return patterns;
    }

    /** The term of a technique's contrast with the reference, as R names it. */
    static String term(String technique) {
        return "technique" + technique;
    }

    /** The fitted value of a pattern's rows at baseline 0, in steps. */
    double offset(Pattern pattern) {
        return Arrays.stream(dummies(pattern))
                .mapToDouble(column -> coefficient(column))
                .sum();
    }

    /** What a row's residual takes off for each step of baseline. */
    double baselineSlope() {
        return kind == Kind.CRUDE ? polarity : coefficient(baselineColumn());
    }

    /** What a row's residual takes from each step of follow-up. */
    double followUpSlope() {
        return kind == Kind.CRUDE ? polarity : 1;
    }

    /** The kept columns, by their place among them, in which a pattern's rows have a 1. */
    int[] keptDummies(Pattern pattern) {
        return kept(dummies(pattern));
    }

    /** The place of the baseline among the kept columns, or −1. */
    int keptBaseline() {
        int[] kept = kind == Kind.CRUDE ? new int[0] : kept(new int[] {baselineColumn()});
        return kept.length == 0 ? -1 : kept[0];
    }

    /** Weights over the kept columns that give a technique's mean at the average case mix and baseline (R: emmeans, proportional). */
    double[] adjustedMeanWeights(String technique) {
        double[] weights = new double[fit.rank()];
        double rows = patterns.stream().mapToLong(Pattern::rows).sum();
        for (Pattern pattern : patterns) {
            for (int column : kept(caseMixDummies(pattern))) {
                weights[column] += pattern.rows() / rows;
            }
            if (keptBaseline() >= 0) {
                weights[keptBaseline()] += pattern.sumB().doubleValue() / rows;
            }
        }
        weights[fit.position(INTERCEPT)] = 1;
        if (fit.columns().contains(term(technique))) {
            weights[fit.position(term(technique))] = 1;
        }
        return weights;
    }

    private void nameColumns(String reference) {
        columns.put(INTERCEPT, 0);
        levels(0).stream().filter(level -> !level.equals(reference)).forEach(level -> add(term(level)));
        if (kind == Kind.ANCOVA) {
            add(BASELINE);
        }
        for (int i = 0; i < factors.size(); i++) {
            String factor = factors.get(i);
            levels(i + 1).stream().skip(1).forEach(level -> add(factor + level));
        }
    }

    private void add(String column) {
        columns.put(column, columns.size());
    }

    /** The levels of the technique (0) or of a factor (from 1) in code-point order, missing last. */
    private List<String> levels(int of) {
        TreeSet<String> levels = new TreeSet<>(Comparator.comparing((String level) -> level.equals(CaseMix.MISSING))
                .thenComparing(Comparator.naturalOrder()));
        patterns.forEach(pattern ->
                levels.add(of == 0 ? pattern.technique() : pattern.levels().get(of - 1)));
        return List.copyOf(levels);
    }

    private int[] dummies(Pattern pattern) {
        Integer technique = columns.get(term(pattern.technique()));
        IntStream own = technique == null ? IntStream.of(0) : IntStream.of(0, technique);
        return IntStream.concat(own, Arrays.stream(caseMixDummies(pattern))).toArray();
    }

    private int[] caseMixDummies(Pattern pattern) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Integer column = columns.get(factors.get(i) + pattern.levels().get(i));
            if (column != null) {
                found.add(column);
            }
        }
        return found.stream().mapToInt(column -> column).toArray();
    }

    private int[] kept(int[] all) {
        int[] indexes = fit.indexes();
        return Arrays.stream(all)
                .map(column -> Arrays.binarySearch(indexes, column))
                .filter(place -> place >= 0)
                .toArray();
    }

    private int baselineColumn() {
        return Objects.requireNonNull(columns.get(BASELINE));
    }

    private double coefficient(int column) {
        int place = Arrays.binarySearch(fit.indexes(), column);
        return place < 0 ? 0 : fit.coefficients()[place];
    }

    private CrossProducts crossProducts() {
        int size = columns.size();
        BigInteger[][] design = new BigInteger[size][size];
        BigInteger[] response = new BigInteger[size];
        for (BigInteger[] line : design) {
            Arrays.fill(line, BigInteger.ZERO);
        }
        Arrays.fill(response, BigInteger.ZERO);
        BigInteger squared = BigInteger.ZERO;
        long rows = 0;
        for (Pattern pattern : patterns) {
            addTo(design, response, pattern);
            squared = squared.add(squaredResponse(pattern));
            rows += pattern.rows();
        }
        return new CrossProducts(List.copyOf(columns.keySet()), design, response, squared, rows);
    }

    private void addTo(BigInteger[][] design, BigInteger[] response, Pattern pattern) {
        int[] dummies = dummies(pattern);
        BigInteger rows = BigInteger.valueOf(pattern.rows());
        for (int i : dummies) {
            for (int j : dummies) {
                design[i][j] = design[i][j].add(rows);
            }
            response[i] = response[i].add(sumOfResponse(pattern));
        }
        if (kind == Kind.ANCOVA) {
            int baseline = baselineColumn();
            for (int i : dummies) {
                design[i][baseline] = design[i][baseline].add(pattern.sumB());
                design[baseline][i] = design[baseline][i].add(pattern.sumB());
            }
            design[baseline][baseline] = design[baseline][baseline].add(pattern.sumBB());
            response[baseline] = response[baseline].add(pattern.sumBF());
        }
    }

    private BigInteger sumOfResponse(Pattern pattern) {
        return kind == Kind.ANCOVA
                ? pattern.sumF()
                : pattern.sumF().subtract(pattern.sumB()).multiply(BigInteger.valueOf(polarity));
    }

    private BigInteger squaredResponse(Pattern pattern) {
        return kind == Kind.ANCOVA
                ? pattern.sumFF()
                : pattern.sumFF().subtract(pattern.sumBF().shiftLeft(1)).add(pattern.sumBB());
    }
}
