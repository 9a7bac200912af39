package physio.outcomes.compare.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrueContrastTest {
    private static final int PATIENTS = 400_000;

    private final Random random = new Random(20240701);

    /**
     * Each patient's score under either technique, with the same noise, weighted by the chance to be analysed under each; clipping
     * takes 0.0085 from the latent effect, which would be seen.
     */
    @Test
    void agreesWithPotentialOutcomesOfSimulatedPatients() {
        double[] sums = new double[4];
        for (int i = 0; i < PATIENTS; i++) {
            add(sums, random.nextInt(3), random.nextInt(2));
        }
        TrueContrast contrast = new TrueContrast(Design.ONE_FOLLOW_UP, 2);
        assertThat(sums[1] / sums[0]).isBetween(contrast.overall() - 0.005, contrast.overall() + 0.005);
        assertThat(sums[3] / sums[2]).isBetween(contrast.overOverlap() - 0.005, contrast.overOverlap() + 0.005);
    }

    private void add(double[] sums, int age, int region) {
        double expected = Population.expectedBaseline(age, region);
        int baseline = Population.score(expected + Population.BASELINE_SD * random.nextGaussian());
        double noise = Design.ONE_FOLLOW_UP.sd() * random.nextGaussian();
        int under0 = Population.score(Population.expectedScore(0, age, region, baseline, 1) + noise);
        int under2 = Population.score(Population.expectedScore(2, age, region, baseline, 1) + noise);
        double[] come = Population.propensities(age, region, baseline);
        for (int t = 0; t < come.length; t++) {
            come[t] *= Population.staying(t, age, region, baseline);
        }
        double share = 6 * Population.ageShares()[age] * Population.regionShares()[region];
        double all = share * (come[0] + come[1] + come[2]);
        double overlap = share * come[0] * come[2] / (come[0] + come[2]);
        sums[0] += all;
        sums[1] += all * (under0 - under2);
        sums[2] += overlap;
        sums[3] += overlap * (under0 - under2);
    }
}
