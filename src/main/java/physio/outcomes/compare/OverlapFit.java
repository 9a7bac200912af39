package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import physio.outcomes.compare.model.LogisticFit;
import physio.outcomes.compare.model.LogisticPattern;
import physio.outcomes.compare.sums.ContrastCells;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.Pair;
import physio.outcomes.compare.sums.Terms;
import physio.outcomes.compare.sums.Weighting;

/**
 * Overlap weights of a technique against the reference (Li, Morgan and Zaslavsky, J American Statistical Association 2018): each row
 * weighs what the other technique's share is among rows like it, so that those who might have got either count most.
 */
final class OverlapFit {
    private final Layout layout;
    private final int polarity;
    private final int[] columns;
    private final LogisticFit fit;
    private final List<Pair> pairs;
    private final List<Pair> removed = new ArrayList<>();

    /** Of each pair; not a number for one without weight. */
    private final double[] scores;

    private final WeightedArm technique;
    private final WeightedArm reference;

    /** Fits the propensity; empty when what the model holds tells the techniques apart in all rows. */
    static Optional<OverlapFit> of(ContrastCells cells, Layout layout, int polarity) {
        int[] columns = Terms.withoutArms(cells.products(), layout);
        Patterns rows = new Patterns(1, columns, layout);
        List<LogisticPattern> patterns = cells.pairs().stream()
                .map(pair -> rows.of(pair::level, pair.baseline(), pair.rows() + pair.rowsOfReference(), pair.rows()))
                .toList();
        List<String> names = IntStream.of(columns).mapToObj(layout::name).toList();
        return LogisticFit.fit(names, patterns)
                .map(fit -> new OverlapFit(cells, patterns, fit, columns, layout, polarity));
    }

    private OverlapFit(
            ContrastCells cells,
            List<LogisticPattern> patterns,
            LogisticFit fit,
            int[] columns,
            Layout layout,
            int polarity) {
        this.layout = layout;
        this.polarity = polarity;
        this.columns = columns;
        this.fit = fit;
        this.pairs = cells.pairs();
        this.scores = patterns.stream().mapToDouble(fit::probability).toArray();
        for (int without : fit.removed()) {
            scores[without] = Double.NaN;
            removed.add(pairs.get(without));
        }
        technique = arm(Pair::rows, pair -> improvement(pair.followUps(), pair.rows(), pair), score -> 1 - score);
        reference = arm(
                Pair::rowsOfReference,
                pair -> improvement(pair.followUpsOfReference(), pair.rowsOfReference(), pair),
                score -> score);
    }

    /** The columns that the fit kept, as it numbers them. */
    private Patterns kept() {
        return new Patterns(
                1, IntStream.of(fit.indexes()).map(index -> columns[index]).toArray(), layout);
    }

    private double improvement(long followUps, long rows, Pair pair) {
        return polarity * (double) (followUps - rows * pair.baseline());
    }

    private WeightedArm arm(
            ToLongFunction<Pair> rows, ToDoubleFunction<Pair> improvements, DoubleUnaryOperator weight) {
        double[] weights = Arrays.stream(scores)
                .map(score -> Double.isNaN(score) ? 0 : weight.applyAsDouble(score))
                .toArray();
        return new WeightedArm(
                weights,
                pairs.stream().mapToLong(rows).toArray(),
                pairs.stream().mapToDouble(improvements).toArray());
    }

    /** The weighted difference in improvement, in steps. */
    double estimate() {
        return technique.mean() - reference.mean();
    }

    WeightedArm technique() {
        return technique;
    }

    WeightedArm reference() {
        return reference;
    }

    /** The patterns of both, those without weight too. */
    List<Pair> pairs() {
        return pairs;
    }

    /** How many rows have no weight, since their pattern got one of the techniques alone. */
    long removedRows() {
        return fit.removedTrials();
    }

    List<Pair> removed() {
        return removed;
    }

    /** The share of rows whose propensity both arms reach. */
    double commonSupport() {
        double low = Math.max(technique.extreme(scores, Math::min), reference.extreme(scores, Math::min));
        double high = Math.min(technique.extreme(scores, Math::max), reference.extreme(scores, Math::max));
        long within = 0;
        long all = 0;
        for (int i = 0; i < scores.length; i++) {
            long rows = Double.isNaN(scores[i])
                    ? 0
                    : pairs.get(i).rows() + pairs.get(i).rowsOfReference();
            all += rows;
            within += scores[i] >= low && scores[i] <= high ? rows : 0;
        }
        return within / (double) all;
    }

    /** What the pass over the rows needs; keys of removed patterns ascend. */
    Weighting weighting(int sample, int[] levels, long[] removedKeys, double range) {
        double[] correction = correction();
        double[] means = {technique.mean(), reference.mean()};
        double[] weights = {technique.weight(), reference.weight()};
        return new Weighting(
                sample,
                levels,
                layout.spread(fit.coefficients(), fit.indexes(), columns),
                layout.spread(correction, fit.indexes(), columns),
                removedKeys,
                means,
                weights,
                halvings(correction, range));
    }

    /** H⁻¹ times the derivative of the estimate by the propensity's coefficients: propensity scores are estimated. */
    private double[] correction() {
        Patterns kept = kept();
        double[] derivative = new double[fit.indexes().length];
        for (int i = 0; i < pairs.size(); i++) {
            double slope = Double.isNaN(scores[i]) ? 0 : scores[i] * (1 - scores[i]);
            double own = -slope * technique.excess(i) / technique.weight()
                    - slope * reference.excess(i) / reference.weight();
            Pair pair = pairs.get(i);
            kept.forEach(pair::level, pair.baseline(), (place, value) -> derivative[place] += own * value);
        }
        double[][] inverse = fit.inverse();
        double[] correction = new double[derivative.length];
        for (int i = 0; i < correction.length; i++) {
            for (int j = 0; j < correction.length; j++) {
                correction[i] += inverse[i][j] * derivative[j];
            }
        }
        return correction;
    }

    /** So fine that the influence of all rows together still has room in 61 bits. */
    private int halvings(double[] correction, double range) {
        Patterns kept = kept();
        double most = 0;
        long rows = 0;
        for (Pair pair : pairs) {
            most = Math.max(most, Math.abs(kept.linear(pair::level, pair.baseline(), correction)));
            rows += pair.rows() + pair.rowsOfReference();
        }
        most += 2 * range / Math.min(technique.weight(), reference.weight());
        return 60 - Math.getExponent(most * rows);
    }
}
