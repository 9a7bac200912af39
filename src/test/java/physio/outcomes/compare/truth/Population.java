package physio.outcomes.compare.truth;

import java.util.List;

/**
 * Who comes, what they get, what it does, and who stays: confounding by indication, since baseline, age and region decide both the
 * technique and the outcome. Scores lie on 0, 1, …, 100; lower is better; techniques and levels are named by their place.
 */
final class Population {
    static final int HIGHEST = 100;
    static final List<String> TECHNIQUES = List.of("a", "b", "c");
    static final List<String> AGE_BANDS = List.of("20-39", "40-59", "60-79");
    static final List<String> REGIONS = List.of("back", "neck");
    static final double BASELINE_SD = 13;

    private static final double[] AGE_SHARES = {0.3, 0.4, 0.3};
    private static final double[] REGION_SHARES = {0.6, 0.4};
    private static final double[] EFFECTS = {0, 3.4, 6.3};

    private Population() {}

    static double[] ageShares() {
        return AGE_SHARES.clone();
    }

    /** The shares of regions, whatever the age. */
    static double[] regionShares() {
        return REGION_SHARES.clone();
    }

    static double expectedBaseline(int age, int region) {
        return 50 + 4 * age + 3 * region;
    }

    /** The probability of each technique: who is worse off, older or has neck pain tends to get b, still more so c. */
    static double[] propensities(int age, int region, int baseline) {
        double b = StrictMath.exp(-0.3 + 0.02 * (baseline - 55) + 0.2 * age + 0.2 * region);
        double c = StrictMath.exp(-0.6 + 0.04 * (baseline - 55) + 0.3 * age + 0.4 * region);
        return new double[] {1 / (1 + b + c), b / (1 + b + c), c / (1 + b + c)};
    }

    /** The mean of a score after baseline, before it is rounded and cut off at the ends of the scale. */
    static double expectedScore(int technique, int age, int region, int baseline, int visit) {
        return 5 + 0.6 * baseline + 3 * age + 4 * region - 1.5 * visit - EFFECTS[technique];
    }

    /**
     * The probability to come to the next visit: it depends on what is observed alone. Exponential, so that among those who came the
     * logit of a technique is still linear in case mix and baseline.
     */
    static double staying(int technique, int age, int region, int baseline) {
        return StrictMath.exp(-0.02 - 0.04 * technique - 0.05 * (2 - age) - 0.03 * region - 0.001 * baseline);
    }

    /** On the instrument's grid. */
    static int score(double value) {
        return (int) Math.max(0, Math.min(HIGHEST, Math.rint(value)));
    }
}
