package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Logistic regression over covariate patterns by maximum likelihood, as R's {@code glm(family = binomial)}: columns that
 * are combinations of earlier ones are dropped and named. Patterns that some combination of columns predicts perfectly
 * (separation: Albert and Anderson, Biometrika 1984) are taken out; what is left has finite coefficients, and is the
 * limit of the fit of all (Geyer, Electronic J Statistics 2009).
 */
public final class LogisticFit {
    private final List<String> names;
    private final int[] indexes;
    private final double[] coefficients;
    private final double[][] inverse;
    private final int[] removed;
    private final long removedTrials;

    private LogisticFit(
            List<String> names, LogisticRound round, double[][] inverse, int[] removed, long removedTrials) {
        this.names = List.copyOf(names);
        this.indexes = round.columns();
        this.coefficients = round.coefficients();
        this.inverse = inverse;
        this.removed = removed;
        this.removedTrials = removedTrials;
    }

    /**
     * Fits {@code patterns}. Their order changes no bit of the fit. Empty where all trials end alike, at once or once
     * what is predicted perfectly has been taken out, and where the columns are too nearly dependent for doubles.
     *
     * @param columns names of the design's columns, the intercept among them, in the order in which they are kept
     */
    public static Optional<LogisticFit> fit(List<String> columns, List<LogisticPattern> patterns) {
        int[] left = IntStream.range(0, patterns.size())
                .boxed()
                .sorted(Comparator.comparing(patterns::get, LogisticPattern.ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
        while (hasBothOutcomes(patterns, left)) {
            LogisticRound round = new LogisticRound(columns, patterns, left);
            int[] staying = round.staying();
            if (staying.length == left.length) {
                int[] removed = removed(patterns.size(), left);
                long trials = trials(patterns, removed);
                return round.inverse().map(inverse -> new LogisticFit(columns, round, inverse, removed, trials));
            }
            left = staying;
        }
        return Optional.empty();
    }

    private static boolean hasBothOutcomes(List<LogisticPattern> patterns, int[] left) {
        return Arrays.stream(left).anyMatch(i -> patterns.get(i).successes() > 0)
                && Arrays.stream(left)
                        .anyMatch(i ->
                                patterns.get(i).successes() < patterns.get(i).trials());
    }

    private static int[] removed(int patterns, int[] left) {
        boolean[] isLeft = new boolean[patterns];
        Arrays.stream(left).forEach(i -> isLeft[i] = true);
        return IntStream.range(0, patterns).filter(i -> !isLeft[i]).toArray();
    }

    private static long trials(List<LogisticPattern> patterns, int[] indexes) {
        return Arrays.stream(indexes).mapToLong(i -> patterns.get(i).trials()).sum();
    }

    /** Names of the kept columns. */
    public List<String> columns() {
        return Arrays.stream(indexes).mapToObj(names::get).toList();
    }

    /** Names of the dropped columns, in their order; where patterns are taken out, columns of theirs may be dropped. */
    public List<String> aliased() {
        List<String> kept = columns();
        return names.stream().filter(name -> !kept.contains(name)).toList();
    }

    /** Where the kept columns are in the design, from 0. */
    public int[] indexes() {
        return indexes.clone();
    }

    /** One for each kept column: log odds per unit of the column. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** (XᵀWX)⁻¹ over the kept columns, W = trials · e · (1 − e): the covariance of the coefficients. */
    public double[][] inverse() {
        return Arrays.stream(inverse).map(double[]::clone).toArray(double[][]::new);
    }

    /** The fitted log odds of a row; those of patterns taken out are infinite in truth, not here. */
    public double predictor(LogisticPattern pattern) {
        double predictor = 0;
        for (int entry = 0; entry < pattern.entries(); entry++) {
            int place = Arrays.binarySearch(indexes, pattern.column(entry));
            predictor += place < 0 ? 0 : coefficients[place] * pattern.value(entry);
        }
        return predictor;
    }

    /** The fitted probability of a success. */
    public double probability(LogisticPattern pattern) {
        return probability(predictor(pattern));
    }

    static double probability(double predictor) {
        return predictor < 0
                ? StrictMath.exp(predictor) / (1 + StrictMath.exp(predictor))
                : 1 / (1 + StrictMath.exp(-predictor));
    }

    /** Which patterns were taken out, by their index from 0. */
    public int[] removed() {
        return removed.clone();
    }

    /** How many trials they hold. */
    public long removedTrials() {
        return removedTrials;
    }
}
