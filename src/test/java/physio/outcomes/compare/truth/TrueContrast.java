package physio.outcomes.compare.truth;

import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a technique does beside technique a, by potential outcomes after rounding and clipping: not simulated, but summed over all case
 * mixes and baselines, each with its probability.
 */
final class TrueContrast {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Design design;
    private final int technique;

    TrueContrast(Design design, int technique) {
        this.design = design;
        this.technique = technique;
    }

    /** The mean over all rows that are analysed. */
    double overall() {
        return mean(observed -> observed[0] + observed[1] + observed[2]);
    }

    /** The mean over the overlap population of the technique and a: of those analysed, weighted by e(1 − e). */
    double overOverlap() {
        return mean(observed -> observed[technique] * observed[0] / (observed[technique] + observed[0]));
    }

    /** Over case mix, baseline and visit, weighted by a function of the shares that get each technique and come. */
    private double mean(ToDoubleFunction<double[]> weighting) {
        double effects = 0;
        double weights = 0;
        for (int age = 0; age < Population.AGE_BANDS.size(); age++) {
            for (int region = 0; region < Population.REGIONS.size(); region++) {
                for (int baseline = 0; baseline <= Population.HIGHEST; baseline++) {
                    double share = Population.ageShares()[age]
                            * Population.regionShares()[region]
                            * baselineShare(age, region, baseline);
                    for (int visit = 1; visit <= design.visits(); visit++) {
                        double weight = share * weighting.applyAsDouble(observed(age, region, baseline, visit));
                        effects += weight * effect(age, region, baseline, visit);
                        weights += weight;
                    }
                }
            }
        }
        return effects / weights;
    }

    private static double[] observed(int age, int region, int baseline, int visit) {
        double[] shares = Population.propensities(age, region, baseline);
        for (int t = 0; t < shares.length; t++) {
            shares[t] *= Math.pow(Population.staying(t, age, region, baseline), visit);
        }
        return shares;
    }

    private static double baselineShare(int age, int region, int score) {
        double mean = Population.expectedBaseline(age, region);
        return atLeast(score, mean, Population.BASELINE_SD) - atLeast(score + 1, mean, Population.BASELINE_SD);
    }

    private double effect(int age, int region, int baseline, int visit) {
        return scored(Population.expectedScore(0, age, region, baseline, visit))
                - scored(Population.expectedScore(technique, age, region, baseline, visit));
    }

    /** The mean score: the sum over the scale of the probabilities of scoring at least so much. */
    private double scored(double mean) {
        double sum = 0;
        for (int score = 1; score <= Population.HIGHEST; score++) {
            sum += atLeast(score, mean, design.sd());
        }
        return sum;
    }

    /** The probability that a normal variable comes to at least a score once rounded and clipped. */
    private static double atLeast(int score, double mean, double sd) {
        return score <= 0 ? 1 : score > Population.HIGHEST ? 0 : NORMAL.survivalProbability((score - 0.5 - mean) / sd);
    }
}
