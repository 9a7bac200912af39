package physio.outcomes.compare.truth;

import java.util.SplittableRandom;

/**
 * Random draws, the same on every machine: only {@link SplittableRandom#nextLong} and {@link StrictMath} decide them. Not
 * {@link java.util.Random}: its draws correlate at distances that are powers of two, which made the estimates of many studies spread by
 * 3% more than their standard errors.
 */
final class Draws {
    private final SplittableRandom source;

    Draws(long seed) {
        source = new SplittableRandom(seed);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Standard normal (Box & Muller 1958). */
    double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** A place, each with the probability it has in {@code shares}. */
    int place(double[] shares) {
        double left = uniform() - shares[0];
        int place = 0;
        while (left >= 0 && place < shares.length - 1) {
            left -= shares[++place];
        }
        return place;
    }
}
